"""How long earlier procedures took, as far as documents or the register say."""
