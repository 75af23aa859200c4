namespace Parley.Record.Standing;

/// <summary>
/// Clocks that run, of each offerer to each addressee in each track, by the set of issues that their offers name.
/// </summary>
/// <remarks>
/// The sets of one such talk are a tree of ascending issue ids. To find the offers whose issues all lie within a given
/// set of n, only branches within that set are followed: at most 2^n of them, and never more than there are open. A
/// branch all of whose offers name an issue outside the set is not entered; whether they do is told by 64 bits, onto
/// which the issues are folded. Clocks whose offers name no issue, or say that further terms are unknown, lie at the
/// root and no set covers them.
/// </remarks>
internal sealed class ClockTree
{
    private const int FewChildren = 8;
    private readonly Dictionary<long, int> children = [];
    private readonly Dictionary<(int Offerer, int Addressee, int Track), int> talks = [];
    private readonly Dictionary<int, List<Talk>> byOfferer = [];
    private readonly Dictionary<int, List<Talk>> byAddressee = [];
    private readonly List<int> next = [];
    private Node[] nodes = new Node[64];
    private int count;
    private bool[] isWanted = [];
    private ulong wanted;

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
        ulong bits = BitsOf(issues);
        int node = talk.Root;
        Enter(node, bits);
        foreach (int issue in issues)
        {
            node = ChildOf(node, issue);
            Enter(node, bits);
        }

        while (next.Count <= clock)
        {
            next.Add(-1);
        }

        next[clock] = nodes[node].First;
        nodes[node].First = clock;
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

        wanted = BitsOf(issues);
        foreach (int issue in issues)
        {
            isWanted[issue] = true;
        }

        nodes[talk.Root].Live -= VisitChildren(talk.Root, issues, removes);
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

    private static ulong BitsOf(ReadOnlySpan<int> issues)
    {
        ulong result = 0;
        foreach (int issue in issues)
        {
            result |= 1UL << (issue & 63);
        }

        return result;
    }

    private int AddNode(int issue)
    {
        if (count == nodes.Length)
        {
            Array.Resize(ref nodes, count * 2);
        }

        nodes[count] = new Node { Issue = issue, First = -1, Child = -1, Sibling = -1 };
        return count++;
    }

    private int ChildOf(int node, int issue)
    {
        if (nodes[node].Children <= FewChildren)
        {
            for (int at = nodes[node].Child; at >= 0; at = nodes[at].Sibling)
            {
                if (nodes[at].Issue == issue)
                {
                    return at;
                }
            }
        }
        else if (children.TryGetValue(Key(node, issue), out int known))
        {
            return known;
        }

        int child = AddNode(issue);
        children.Add(Key(node, issue), child);
        ref Node parent = ref nodes[node];
        nodes[child].Sibling = parent.Child;
        parent.Child = child;
        parent.Children++;
        parent.ChildBits |= 1UL << (issue & 63);
        return child;
    }

    private void Enter(int node, ulong bits)
    {
        ref Node at = ref nodes[node];
        at.Common = at.Live == 0 ? bits : at.Common & bits;
        at.Live++;
    }

    private bool MayHold(in Node node) => node.Live > 0 && (node.Common & ~wanted) == 0;

    private int VisitChildren(int node, ReadOnlySpan<int> issues, Func<int, bool> removes)
    {
        int removed = 0;
        Node parent = nodes[node];
        if ((parent.ChildBits & wanted) == 0)
        {
            return 0;
        }

        if (parent.Children <= FewChildren || parent.Children <= issues.Length)
        {
            for (int child = parent.Child; child >= 0; child = nodes[child].Sibling)
            {
                int issue = nodes[child].Issue;
                if (issue < isWanted.Length && isWanted[issue] && MayHold(nodes[child]))
                {
                    removed += Visit(child, issues, removes);
                }
            }

            return removed;
        }

        foreach (int issue in issues)
        {
            if (issue > parent.Issue && (parent.ChildBits & (1UL << (issue & 63))) != 0
                && children.TryGetValue(Key(node, issue), out int child) && MayHold(nodes[child]))
            {
                removed += Visit(child, issues, removes);
            }
        }

        return removed;
    }

    private int Visit(int node, ReadOnlySpan<int> issues, Func<int, bool> removes)
    {
        int removed = RemoveAt(node, removes) + VisitChildren(node, issues, removes);
        nodes[node].Live -= removed;
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

        nodes[node].Live -= removed;
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
                    nodes[node].First = following;
                }
            }

            clock = following;
        }

        return removed;
    }

    private struct Node
    {
        public ulong Common;
        public ulong ChildBits;
        public int Issue;
        public int Live;
        public int First;
        public int Child;
        public int Sibling;
        public int Children;
    }
}
