namespace Parley.Record.Standing;

/// <summary>
/// Clocks that run, of each offerer to each addressee in each track, by the set of issues that their offers name.
/// </summary>
/// <remarks>
/// The sets of one such talk are a tree of ascending issue ids. To find the offers whose issues all lie within a given
/// set of n, only branches within that set are followed: at most 2^n of them, and never more than there are open.
/// Clocks whose offers name no issue, or say that further terms are unknown, lie at the root and no set covers them.
/// </remarks>
internal sealed class ClockTree
{
    private const int FewChildren = 8;
    private readonly List<Node> nodes = [];
    private readonly Dictionary<long, int> children = [];
    private readonly Dictionary<(int Offerer, int Addressee, int Track), int> talks = [];
    private readonly Dictionary<int, List<Talk>> byOfferer = [];
    private readonly Dictionary<int, List<Talk>> byAddressee = [];
    private readonly List<int> next = [];
    private bool[] isWanted = [];

    /// <summary>What one offerer has open to one addressee in one track, -1 for a track that is not said.</summary>
    internal readonly record struct Talk(int Offerer, int Addressee, int Track, int Root);

    /// <summary>All talks that somebody has offered in; possibly none.</summary>
    public IReadOnlyList<Talk> OfOfferer(int side) => byOfferer.TryGetValue(side, out List<Talk>? found) ? found : [];

    /// <summary>All talks in which somebody is addressed; possibly none.</summary>
    public IReadOnlyList<Talk> OfAddressee(int side) =>
        byAddressee.TryGetValue(side, out List<Talk>? found) ? found : [];

    /// <summary>The talk of an offerer with an addressee in a track.</summary>
    public Talk Get(int offerer, int addressee, int track)
    {
        if (!talks.TryGetValue((offerer, addressee, track), out int root))
        {
            root = AddNode(-1);
            talks.Add((offerer, addressee, track), root);
            Talk talk = new(offerer, addressee, track, root);
            ListOf(byOfferer, offerer).Add(talk);
            ListOf(byAddressee, addressee).Add(talk);
        }

        return new Talk(offerer, addressee, track, root);
    }

    /// <summary>Lets a clock run.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="clock">Its number; numbers are given in ascending order.</param>
    /// <param name="issues">The issues that its offer names, ascending; none for a clock that no set covers.</param>
    public void Add(Talk talk, int clock, ReadOnlySpan<int> issues)
    {
        int node = talk.Root;
        Touch(node, 1);
        foreach (int issue in issues)
        {
            node = ChildOf(node, issue);
            Touch(node, 1);
        }

        while (next.Count <= clock)
        {
            next.Add(-1);
        }

        Node at = nodes[node];
        next[clock] = at.First;
        at.First = clock;
        nodes[node] = at;
    }

    /// <summary>Finds the clocks whose offers name only issues of a set, and at least one.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="issues">The set, ascending.</param>
    /// <param name="removes">Whether a clock found is to be taken out.</param>
    public void FindWithin(Talk talk, ReadOnlySpan<int> issues, Func<int, bool> removes)
    {
        if (nodes[talk.Root].Live == 0 || issues.IsEmpty)
        {
            return;
        }

        if (isWanted.Length <= issues[^1])
        {
            Array.Resize(ref isWanted, issues[^1] + 1);
        }

        foreach (int issue in issues)
        {
            isWanted[issue] = true;
        }

        Touch(talk.Root, -VisitChildren(talk.Root, issues, removes));
        foreach (int issue in issues)
        {
            isWanted[issue] = false;
        }
    }

    /// <summary>Looks at every clock of a talk.</summary>
    /// <param name="talk">Where.</param>
    /// <param name="removes">Whether it is to be taken out.</param>
    public void FindAll(Talk talk, Func<int, bool> removes)
    {
        if (nodes[talk.Root].Live > 0)
        {
            VisitAll(talk.Root, removes);
        }
    }

    private static List<Talk> ListOf(Dictionary<int, List<Talk>> lists, int side)
    {
        if (!lists.TryGetValue(side, out List<Talk>? list))
        {
            lists.Add(side, list = []);
        }

        return list;
    }

    private static long Key(int node, int issue) => ((long)node << 32) | (uint)issue;

    private int AddNode(int issue)
    {
        nodes.Add(new Node { Issue = issue, First = -1, Child = -1, Sibling = -1 });
        return nodes.Count - 1;
    }

    private int ChildOf(int node, int issue)
    {
        if (children.TryGetValue(Key(node, issue), out int child))
        {
            return child;
        }

        child = AddNode(issue);
        children.Add(Key(node, issue), child);
        Node parent = nodes[node];
        Node made = nodes[child];
        made.Sibling = parent.Child;
        parent.Child = child;
        parent.Children++;
        nodes[node] = parent;
        nodes[child] = made;
        return child;
    }

    private void Touch(int node, int change)
    {
        Node at = nodes[node];
        at.Live += change;
        nodes[node] = at;
    }

    private int VisitChildren(int node, ReadOnlySpan<int> issues, Func<int, bool> removes)
    {
        int removed = 0;
        Node parent = nodes[node];
        if (parent.Children <= FewChildren || parent.Children <= issues.Length)
        {
            for (int child = parent.Child; child >= 0; child = nodes[child].Sibling)
            {
                if (nodes[child].Live > 0 && nodes[child].Issue < isWanted.Length && isWanted[nodes[child].Issue])
                {
                    removed += Visit(child, issues, removes);
                }
            }

            return removed;
        }

        foreach (int issue in issues)
        {
            if (issue > parent.Issue && children.TryGetValue(Key(node, issue), out int child) && nodes[child].Live > 0)
            {
                removed += Visit(child, issues, removes);
            }
        }

        return removed;
    }

    private int Visit(int node, ReadOnlySpan<int> issues, Func<int, bool> removes)
    {
        int removed = RemoveAt(node, removes) + VisitChildren(node, issues, removes);
        Touch(node, -removed);
        return removed;
    }

    private int VisitAll(int node, Func<int, bool> removes)
    {
        int removed = RemoveAt(node, removes);
        for (int child = nodes[node].Child; child >= 0; child = nodes[child].Sibling)
        {
            if (nodes[child].Live > 0)
            {
                removed += VisitAll(child, removes);
            }
        }

        Touch(node, -removed);
        return removed;
    }

    private int RemoveAt(int node, Func<int, bool> removes)
    {
        int removed = 0;
        int last = -1;
        for (int clock = nodes[node].First; clock >= 0;)
        {
            int following = next[clock];
            if (!removes(clock))
            {
                last = clock;
            }
            else
            {
                removed++;
                if (last >= 0)
                {
                    next[last] = following;
                }
                else
                {
                    Node at = nodes[node];
                    at.First = following;
                    nodes[node] = at;
                }
            }

            clock = following;
        }

        return removed;
    }

    private struct Node
    {
        public int Issue;
        public int Live;
        public int First;
        public int Child;
        public int Sibling;
        public int Children;
    }
}
