# SPDX-License-Identifier: EUPL-1.2
"""What of a dossier may be read by everybody: an allow-list, for what is not named stays inside."""
