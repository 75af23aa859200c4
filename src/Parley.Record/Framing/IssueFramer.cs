using System.Runtime.InteropServices;
using Parley.Record.Entries;
using Parley.Record.Standing;
using EngineIssue = Parley.Outcomes.Issue;
using RecordIssue = Parley.Record.Entries.Issue;

namespace Parley.Record.Framing;

/// <summary>Finds the issues in play, the basis of each, and the places of its values.</summary>
/// <remarks>
/// An issue is in play when a party has put a value of it forward firmly, or declared a weight or a worth. Of several
/// bases the one with the most bargaining positions that are held is used; of equals the one with the most values put
/// forward, and then the first.
/// </remarks>
internal sealed class IssueFramer
{
    private readonly NegotiationRecord record;
    private readonly Dictionary<(int Issue, int Basis), Usage> used = [];
    private readonly HashSet<int> spokenOf = [];
    private readonly Dictionary<(int Issue, int Basis), int> places = [];
    private readonly int day;

    public IssueFramer(StandingContext context, List<Position> positions, List<RedLine> lines, List<int> entries, int settlement)
    {
        record = context.Record;
        day = context.LastDay ?? int.MaxValue;
        foreach (int entry in entries)
        {
            Count(record[entry]);
        }

        foreach (Term term in settlement >= 0 ? record[settlement].Terms : [])
        {
            if (ValueReading.IsValue(term))
            {
                AddEnds(Of(term.IssueId, term.BasisIndex).Kept, term.IssueId, term.BasisIndex, ValueReading.ReadExact(record, term));
            }
        }

        foreach (Position position in positions)
        {
            Usage usage = Of(position.IssueId, position.BasisIndex);
            usage.Held++;
            foreach (int entry in position.Evidence.Entries())
            {
                KeepWritten(usage, record[entry], position);
            }
        }

        foreach (RedLine line in lines)
        {
            Usage usage = Of(line.IssueId, line.BasisIndex);
            usage.Values++;
            usage.Lines.Add(line);
            AddEnds(usage.Kept, line.IssueId, line.BasisIndex, line.Stated);
        }

        foreach (Preference declared in record.Preferences)
        {
            if (declared.Issue is { } issue && (declared.From is null || declared.From.Value.FirstDay <= day))
            {
                spokenOf.Add(issue.Id);
                Usage usage = Of(issue.Id, 0);
                usage.IsDeclared = true;
                AddEnds(usage.Kept, issue.Id, 0, declared.Values);
            }
        }

        foreach (RecordIssue issue in record.Issues)
        {
            Frame(issue);
        }
    }

    /// <summary>The issues in play, in the order of the record.</summary>
    public List<FramedIssue> Framed { get; } = [];

    /// <summary>What is spoken of and left out, in the order of the record.</summary>
    public List<IssueOmission> LeftOut { get; } = [];

    /// <summary>Issues in play or spoken of, by id, ascending.</summary>
    public IEnumerable<int> OnTheTable => spokenOf.Order();

    /// <summary>Which issue in play has an issue and basis of the record; -1 for none.</summary>
    public int Find(int issueId, int basisIndex) => places.GetValueOrDefault((issueId, basisIndex), -1);

    private Usage Of(int issueId, int basisIndex) =>
        CollectionsMarshal.GetValueRefOrAddDefault(used, (issueId, basisIndex), out _) ??= new Usage();

    private void Count(in Entry entry)
    {
        bool isPutForward = ValueReading.CountsAsPosition(record, entry);
        foreach (Term term in entry.Terms)
        {
            spokenOf.Add(term.IssueId);
            if (!ValueReading.IsValue(term))
            {
                continue;
            }

            Usage usage = Of(term.IssueId, term.BasisIndex);
            ValueSet values = ValueReading.ReadExact(record, term);
            usage.Schedules += values.Kind == ValueSetKind.Schedule ? 1 : 0;
            usage.Values += isPutForward && values.Kind != ValueSetKind.Schedule ? 1 : 0;
            AddEnds(usage.Named, term.IssueId, term.BasisIndex, values);
        }
    }

    /// <summary>The numbers as written: not the end of the scale that "or better" reaches.</summary>
    private void KeepWritten(Usage usage, in Entry entry, Position position)
    {
        foreach (Term term in entry.Terms)
        {
            if (term.IssueId == position.IssueId && term.BasisIndex == position.BasisIndex && ValueReading.IsValue(term))
            {
                AddEnds(usage.Kept, term.IssueId, term.BasisIndex, ValueReading.ReadExact(record, term));
            }
        }
    }

    private void Frame(RecordIssue issue)
    {
        (int Basis, Usage Usage)[] bases = [.. used.Where(u => u.Key.Issue == issue.Id)
            .Select(u => (u.Key.Basis, u.Value)).OrderBy(u => u.Basis)];
        (int Basis, Usage Usage)[] inPlay = [.. bases.Where(b => b.Usage.Values > 0 || b.Usage.IsDeclared)];
        if (inPlay.Length == 0)
        {
            if (spokenOf.Contains(issue.Id))
            {
                bool isSchedule = bases.Any(b => b.Usage.Schedules > 0);
                LeftOut.Add(new(issue.Id, 0, isSchedule ? OmissionReason.ScheduleOnly : OmissionReason.NoValue));
            }

            return;
        }

        (int basis, Usage usage) = inPlay.OrderByDescending(b => b.Usage.Held).ThenByDescending(b => b.Usage.Values).First();
        LeftOut.AddRange(inPlay.Where(b => b.Basis != basis).Select(b => new IssueOmission(issue.Id, b.Basis, OmissionReason.OtherBasis)));
        ValueSet? statusQuo = FindStatusQuo(issue, basis);
        if (statusQuo is { } values)
        {
            AddEnds(usage.Kept, issue.Id, basis, values);
        }

        if (issue.Kind == ScaleKind.Numbers && usage.Kept.Count + usage.Named.Count == 0)
        {
            LeftOut.Add(new(issue.Id, basis, OmissionReason.NoValue));
            return;
        }

        places.Add((issue.Id, basis), Framed.Count);
        Framed.Add(Place(issue, basis, usage, statusQuo));
    }

    private static FramedIssue Place(RecordIssue issue, int basis, Usage usage, ValueSet? statusQuo)
    {
        if (issue.Kind != ScaleKind.Numbers)
        {
            EngineIssue labels = issue.Kind == ScaleKind.OrderedLabels
                ? EngineIssue.Ordered(issue.Name, issue.Labels)
                : EngineIssue.Categorical(issue.Name, issue.Labels);
            return new FramedIssue(issue, basis, labels, false, [], statusQuo);
        }

        decimal[] named = [.. usage.Kept.Union(usage.Named).Order()];
        foreach (RedLine line in usage.Lines)
        {
            KeepOneInside(Scales.OnScale(issue, basis, line.Allowed), usage);
        }

        (EngineIssue scale, bool isSampled) = ScalePoints.Of(issue.Name, issue, basis, usage.Kept, usage.Named);
        return new FramedIssue(issue, basis, scale, isSampled, named, statusQuo);
    }

    /// <summary>
    /// Adds a number that a line leaves where none of those named is left: its nearest end, else the middle of a
    /// bounded range, else one unit beyond the limit.
    /// </summary>
    private static void KeepOneInside(ValueSet allowed, Usage usage)
    {
        if (allowed.IsEmpty || allowed.Kind is not (ValueSetKind.Range or ValueSetKind.Ranges)
            || usage.Kept.Concat(usage.Named).Any(n => allowed.Ranges.Any(r => r.Contains(n))))
        {
            return;
        }

        NumberRange range = allowed.Ranges[^1];
        usage.Kept.Add(!range.IsUnboundedBelow && !range.ExcludesLow ? range.Low
            : !range.IsUnboundedAbove && !range.ExcludesHigh ? range.High
            : range.IsUnboundedAbove ? range.Low + 1
            : range.IsUnboundedBelow ? range.High - 1
            : range.Low + ((range.High - range.Low) / 2));
    }

    private ValueSet? FindStatusQuo(RecordIssue issue, int basis)
    {
        ValueSet? result = null;
        foreach (StatusQuo declared in record.StatusQuo)
        {
            if (declared.From is null || declared.From.Value.FirstDay <= day)
            {
                foreach (Term term in declared.Terms)
                {
                    result = term.IssueId == issue.Id && term.BasisIndex == basis && ValueReading.IsValue(term)
                        ? ValueReading.ReadExact(record, term) : result;
                }
            }
        }

        return result is { Kind: ValueSetKind.Schedule } ? null : result;
    }

    private void AddEnds(SortedSet<decimal> into, int issueId, int basisIndex, ValueSet values)
    {
        RecordIssue issue = record.Issues[issueId];
        ValueSet onScale = Scales.OnScale(issue, basisIndex, values);
        if (onScale.Kind is not (ValueSetKind.Range or ValueSetKind.Ranges))
        {
            return;
        }

        foreach (NumberRange range in onScale.Ranges.Where(r => !r.IsEmpty))
        {
            if (!range.IsUnboundedBelow)
            {
                into.Add(range.Low);
            }

            if (!range.IsUnboundedAbove)
            {
                into.Add(range.High);
            }
        }
    }

    /// <summary>How an issue is used on one basis.</summary>
    private sealed class Usage
    {
        public int Held { get; set; }

        public int Values { get; set; }

        public int Schedules { get; set; }

        public bool IsDeclared { get; set; }

        public SortedSet<decimal> Kept { get; } = [];

        public SortedSet<decimal> Named { get; } = [];

        public List<RedLine> Lines { get; } = [];
    }
}
