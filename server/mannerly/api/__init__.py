"""The gRPC door: wire types come in, model values go through, wire types go out; holds no rule of language."""
