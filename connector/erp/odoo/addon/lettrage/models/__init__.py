from . import account_bank_statement_line
from . import account_journal
from . import account_move
from . import ir_model_data
from . import lettrage_decision
from . import lettrage_panel
from . import res_partner
from . import res_users
