using Parley.Exchange.Reading;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Parley.Exchange.Trees;

/// <summary>Reads YAML into a tree; a repeated part is shared and counts each time.</summary>
internal sealed class YamlTree
{
    private readonly string file;
    private readonly FaultList faults;
    private readonly TreeBuilder builder;
    private readonly Dictionary<string, TreeNode> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<TreeNode> unfinished = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<TreeNode> open = [];

    private YamlTree(string file, FaultList faults)
    {
        this.file = file;
        this.faults = faults;
        builder = new TreeBuilder(file, faults);
    }

    /// <summary>Reads the first document of a file.</summary>
    /// <param name="file">Its name, for faults.</param>
    /// <param name="text">Its text.</param>
    /// <param name="faults">Where a fault is added.</param>
    /// <returns>The tree; null when there is a fault or nothing in it.</returns>
    public static TreeNode? Read(string file, string text, FaultList faults)
    {
        YamlTree tree = new(file, faults);
        try
        {
            Parser parser = new(new StringReader(text));
            while (tree.builder.Root is null && parser.MoveNext())
            {
                if (!tree.Take(parser.Current!))
                {
                    return null;
                }
            }
        }
        catch (YamlException exception)
        {
            faults.Add(new(file, (int)exception.Start.Line, (int)exception.Start.Column,
                "the YAML breaks off or breaks its rules here", "look at the indentation and the colons"));
            return null;
        }

        return tree.builder.Root;
    }

    /// <summary>Takes what the parser found.</summary>
    /// <returns>Whether reading goes on.</returns>
    private bool Take(ParsingEvent found)
    {
        int line = (int)found.Start.Line;
        int column = (int)found.Start.Column;
        switch (found)
        {
            case MappingStart or SequenceStart:
                TreeNode node = new(found is MappingStart ? TreeKind.Map : TreeKind.List, line, column);
                Name((NodeEvent)found, node);
                open.Push(node);
                unfinished.Add(node);
                return builder.Begin(node);
            case MappingEnd or SequenceEnd:
                unfinished.Remove(open.Pop());
                return builder.End();
            case Scalar scalar:
                TreeNode leaf = new(TreeKind.Scalar, line, column, scalar.Value, scalar.Style is not ScalarStyle.Plain);
                Name(scalar, leaf);
                return builder.Put(leaf);
            case AnchorAlias alias:
                if (anchors.TryGetValue(alias.Value.Value, out TreeNode? shared) && !unfinished.Contains(shared))
                {
                    return builder.Put(shared);
                }

                faults.Add(new(file, line, column, "a repeated part is not complete before this line", "write it out"));
                return false;
            default:
                return true;
        }
    }

    private void Name(NodeEvent found, TreeNode node)
    {
        if (!found.Anchor.IsEmpty)
        {
            anchors[found.Anchor.Value] = node;
        }
    }
}
