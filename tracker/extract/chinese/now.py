"""Chinese words of the present, which no period told before them dates."""

from __future__ import annotations

import re

NOW = re.compile(
    r"目前|现阶段|近期|近日|如今|眼下|现今|当下|当前|现在|最近(?![一二两三四五几数\d])|后市|下季|次季|本季"
)
