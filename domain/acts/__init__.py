# SPDX-License-Identifier: EUPL-1.2
"""What people do: may it be done, what does it change, and whom must it be told?"""
