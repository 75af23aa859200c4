using Parley.Exchange.Reading;

namespace Parley.Exchange.Trees;

/// <summary>Puts a tree together from what a reader finds, within the limits.</summary>
/// <param name="file">Name of the file, for faults.</param>
/// <param name="faults">Where faults are added.</param>
internal sealed class TreeBuilder(string file, FaultList faults)
{
    private readonly Stack<(TreeNode Node, TreeNode? Key)> open = [];
    private long count;

    /// <summary>The outermost node, once it is complete; null when there is a fault.</summary>
    public TreeNode? Root { get; private set; }

    /// <summary>Begins a map or a list.</summary>
    /// <param name="node">The node, empty.</param>
    /// <returns>Whether reading goes on.</returns>
    public bool Begin(TreeNode node)
    {
        if (open.Count >= ScenarioLimits.Depth)
        {
            return Fault(node, $"parts lie more than {ScenarioLimits.Depth} deep", "a scenario needs ten levels; take out the rest");
        }

        open.Push((node, null));
        return Counts(node);
    }

    /// <summary>Ends the innermost map or list.</summary>
    /// <returns>Whether reading goes on.</returns>
    public bool End() => Place(open.Pop().Node);

    /// <summary>Puts a scalar, or a complete node once more, where it belongs.</summary>
    /// <param name="node">The node.</param>
    /// <returns>Whether reading goes on.</returns>
    public bool Put(TreeNode node) => Counts(node) && Place(node);

    /// <summary>A text for a sentence.</summary>
    /// <param name="text">Of any length.</param>
    public static string Shorten(string text) => text.Length > 40 ? text[..40] + "…" : text;

    private bool Counts(TreeNode node)
    {
        count += node.Size;
        return count <= ScenarioLimits.Elements
            || Fault(node, $"more than {ScenarioLimits.Elements} parts, repeated ones among them", "split the scenario into smaller ones");
    }

    private bool Place(TreeNode node)
    {
        if (!open.TryPop(out (TreeNode Node, TreeNode? Key) parent))
        {
            Root = node;
            return true;
        }

        if (parent.Node.Kind == TreeKind.List)
        {
            parent.Node.Add(node);
            open.Push(parent);
            return true;
        }

        if (parent.Key is null)
        {
            open.Push((parent.Node, node));
            return node.Kind == TreeKind.Scalar || Fault(node, "a key is no plain text", "write a name before the colon");
        }

        open.Push((parent.Node, null));
        return parent.Node.TryAdd(parent.Key, node)
            || Fault(parent.Key, $"\"{Shorten(parent.Key.Text)}\" stands twice here", "keep one");
    }

    private bool Fault(TreeNode node, string summary, string help)
    {
        faults.Add(new ScenarioFault(file, node.Line, node.Column, summary, help));
        return false;
    }
}
