# SPDX-License-Identifier: EUPL-1.2
"""How long earlier procedures took, as far as documents or the register say."""
