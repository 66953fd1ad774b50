-- SPDX-License-Identifier: EUPL-1.2
-- The class of a block becomes the style of that name in the letter paper.
function Div(block)
  if #block.classes > 0 then block.attributes["custom-style"] = block.classes[1] end
  return block
end

-- The particulars of a letter: a line each, in one paragraph.
function DefinitionList(list)
  local lines = pandoc.Inlines{}
  for number, item in ipairs(list.content) do
    if number > 1 then lines:insert(pandoc.LineBreak()) end
    lines:extend(item[1])
    lines:extend{pandoc.Str(":"), pandoc.Space()}
    lines:extend(pandoc.utils.blocks_to_inlines(item[2][1]))
  end
  return pandoc.Div(pandoc.Para(lines), {["custom-style"] = "kenmerk"})
end
