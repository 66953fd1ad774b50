# SPDX-License-Identifier: EUPL-1.2
"""What an archive says of each piece after MDTO 1.0.1, and the packing slip that goes with it."""
