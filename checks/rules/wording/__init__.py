"""Rules on the wording of quantities: what 倍, 番, 百分点 and bound words may say."""
