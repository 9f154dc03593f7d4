"""What translating must never bring into the process."""

import subprocess
import sys
from pathlib import Path

PACKS = Path(__file__).parent.parent / "fixtures" / "packs"
CODE = """
import sys
from pathlib import Path
from mannerly.model.context import Deadline
from mannerly.translate.pack_translator import PackTranslator
from mannerly.translate.packs import PackStore
store = PackStore(Path(sys.argv[1]))
store.add(Path(sys.argv[2]))
translator = PackTranslator(store)
(made,) = translator.translate(["Your order has been shipped today to your address."], "en", "de", Deadline())
translator.close()
heavy = {"torch", "stanza", "spacy", "onnxruntime", "minisbd", "transformers"}
print(bool(made.text), *sorted(heavy & set(sys.modules)))
"""


def test_no_heavy_library_is_imported_by_installing_and_translating(tmp_path: Path) -> None:
    """Torch, stanza, spacy and onnxruntime stay out of the serving tree."""
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(tmp_path / "packages"), str(PACKS / "translate-en_de-1_0.argosmodel")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True"]
