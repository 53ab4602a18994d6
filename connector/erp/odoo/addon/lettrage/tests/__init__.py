from . import test_decision
from . import test_opening
from . import test_pairing
from . import test_session
