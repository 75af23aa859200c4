namespace Parley.Exchange.Trees;

/// <summary>What a node is.</summary>
internal enum TreeKind : byte
{
    /// <summary>Keys with values.</summary>
    Map,

    /// <summary>Items in order.</summary>
    List,

    /// <summary>A text, a number or nothing.</summary>
    Scalar,
}

/// <summary>A part of a file of JSON or YAML with its place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">The text of a scalar as written; empty for others.</param>
/// <param name="IsQuoted">Whether a scalar is a text by its quotes.</param>
internal sealed record TreeNode(TreeKind Kind, int Line, int Column, string Text = "", bool IsQuoted = false)
{
    private Dictionary<string, TreeNode>? values;
    private List<(TreeNode Key, TreeNode Value)>? members;
    private List<TreeNode>? items;

    /// <summary>The keys of a map with their values, in order.</summary>
    public IReadOnlyList<(TreeNode Key, TreeNode Value)> Members => members ?? [];

    /// <summary>The items of a list, in order.</summary>
    public IReadOnlyList<TreeNode> Items => items ?? [];

    /// <summary>How many nodes there are in it with repetition, itself among them.</summary>
    public long Size { get; private set; } = 1;

    /// <summary>The value of a key, or null.</summary>
    /// <param name="key">The key.</param>
    public TreeNode? Find(string key) => values?.GetValueOrDefault(key);

    /// <summary>Adds an item to a list.</summary>
    /// <param name="item">The item, complete.</param>
    public void Add(TreeNode item)
    {
        (items ??= []).Add(item);
        Size += item.Size;
    }

    /// <summary>Adds a value to a map.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">The value, complete.</param>
    /// <returns>Whether the key is new.</returns>
    public bool TryAdd(TreeNode key, TreeNode value)
    {
        (members ??= []).Add((key, value));
        Size += key.Size + value.Size;
        return (values ??= new(StringComparer.Ordinal)).TryAdd(key.Text, value);
    }
}
