# SPDX-License-Identifier: EUPL-1.2
"""All Dutch text that officials read."""
