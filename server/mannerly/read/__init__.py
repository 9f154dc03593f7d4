"""Reads the source text: its language, its sentences."""

from mannerly.read.detect import DetectLanguage, primary_language
from mannerly.read.detector import Guess, LangidDetector
from mannerly.read.sentences import split_sentences
from mannerly.read.split import Split

__all__ = ["DetectLanguage", "Guess", "LangidDetector", "Split", "primary_language", "split_sentences"]
