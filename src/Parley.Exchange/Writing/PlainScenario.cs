using Parley.Exchange.Declarations;
using Parley.Exchange.Reading;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.Writing;

/// <summary>Brings a scenario into a shape that a format holds, and keeps what was lost on the way.</summary>
/// <param name="declaration">The scenario.</param>
/// <param name="target">What the format is called.</param>
internal sealed class PlainScenario(ScenarioDeclaration declaration, string target)
{
    private int rounded;

    /// <summary>The scenario as it is now.</summary>
    public ScenarioDeclaration Declaration { get; private set; } = declaration;

    /// <summary>What was lost.</summary>
    public List<string> Losses { get; } = [];

    /// <summary>Whether the format cannot hold the scenario at all.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>A number in digits; rounding is remembered.</summary>
    /// <param name="number">The number.</param>
    public string Show(Rational number)
    {
        string text = ExactNumber.Show(number, out bool isExact);
        rounded += isExact ? 0 : 1;
        return text;
    }

    /// <summary>The files with all that was lost.</summary>
    /// <param name="files">The files.</param>
    public ScenarioWriting Finish(IEnumerable<WrittenFile> files)
    {
        WrittenFile[] list = IsRefused ? [] : [.. files];
        if (rounded > 0)
        {
            Losses.Add($"numbers that do not end after sixty decimals are rounded to seventeen digits: {rounded}");
        }

        return new ScenarioWriting(list, Losses);
    }

    /// <summary>Refuses rectangles.</summary>
    public PlainScenario WithoutRectangles()
    {
        foreach (PartyDeclaration party in Declaration.Parties.Where(p => p.Rectangles.Count > 0))
        {
            Refuse($"the preferences of {party.Name} are hyper-rectangles, which {target} cannot hold");
        }

        return this;
    }

    /// <summary>Refuses issues of real numbers.</summary>
    public PlainScenario WithoutRealIssues()
    {
        foreach (IssueDeclaration issue in Declaration.Issues.Where(i => i.Issue.Count is null))
        {
            Refuse($"issue \"{issue.Issue.Name}\" is of real numbers, which {target} cannot hold");
        }

        return this;
    }

    /// <summary>Evaluations that are utilities already: divided by the greatest where the files counted by it.</summary>
    public PlainScenario Divided()
    {
        EachParty(p => p with
        {
            IsDividedByGreatest = false,
            Worths = p.IsDividedByGreatest ? [.. p.Worths.Select(Divide)] : p.Worths,
        });
        return this;

        static IssueWorth Divide(IssueWorth worth) => worth.Values is TableValues table
            ? worth with { Values = new TableValues(table.Worths.Select(w => w / ProblemMaker.GreatestOf(table))) }
            : worth;
    }

    /// <summary>Issues of numbers that the format has no place for become labels, lines become tables.</summary>
    /// <param name="stays">Whether an issue of numbers stays one.</param>
    public PlainScenario Tabulated(Func<int, Issue, bool> stays)
    {
        for (int i = 0; i < Declaration.Issues.Count; i++)
        {
            Issue issue = Declaration.Issues[i].Issue;
            if (!issue.IsNumeric || stays(i, issue))
            {
                continue;
            }

            if (issue.Count is not int count || count > ScenarioLimits.RectangleValues)
            {
                Refuse($"issue \"{issue.Name}\" has too many numbers to be written as labels, which {target} needs here");
                continue;
            }

            Losses.Add($"issue \"{issue.Name}\" is of numbers and is written as labels");
            int index = i;
            EachParty(p => p with
            {
                Worths = [.. p.Worths.Select(w => w.Issue != index ? w
                    : w with { Values = new TableValues(Enumerable.Range(0, count).Select(n => w.Values.At(issue, n))) })],
            });
            Issue labels = Issue.Categorical(issue.Name, Enumerable.Range(0, count).Select(n => Show(issue.NumberAt(n))));
            Declaration = Declaration with
            {
                Issues = [.. Declaration.Issues.Select((d, n) => n == index ? d with { Issue = labels } : d)],
            };
        }

        return this;
    }

    /// <summary>Weights that add up to 1, for formats that demand it; reservation values are divided alike.</summary>
    public PlainScenario WithWeightsOfOne()
    {
        EachParty(p =>
        {
            Rational sum = p.Worths.Aggregate(Rational.Zero, (total, w) => total + w.Weight);
            if (sum.Sign <= 0 || Rational.Abs(sum - Rational.One) <= ScenarioLimits.WeightSum)
            {
                return p;
            }

            Losses.Add($"the weights of {p.Name} add up to {ExactNumber.Show(sum)}; they and the reservation value are divided by it");
            return p with
            {
                Worths = [.. p.Worths.Select(w => w with { Weight = w.Weight / sum })],
                ReservationValue = p.ReservationValue is Rational value ? value / sum : null,
            };
        });
        return this;
    }

    /// <summary>Reservation outcomes become their utility.</summary>
    public PlainScenario WithReservationValues()
    {
        EachParty(p =>
        {
            if (p.ReservationOutcome is null)
            {
                return p;
            }

            Losses.Add($"the reservation outcome of {p.Name} is written as its utility");
            return p with { ReservationValue = ProblemMaker.ReservationOf(Declaration, p), ReservationOutcome = null };
        });
        return this;
    }

    /// <summary>Names reservation values, for a format that holds outcomes instead.</summary>
    public PlainScenario WithoutReservationValues()
    {
        foreach (PartyDeclaration party in Declaration.Parties.Where(p => p.ReservationValue is not null))
        {
            Losses.Add($"the reservation value {ExactNumber.Show(party.ReservationValue!.Value)} of {party.Name} is left out: {target} holds an outcome instead");
        }

        return this;
    }

    /// <summary>Names discount factors that are left out.</summary>
    public PlainScenario WithoutDiscounts()
    {
        foreach (PartyDeclaration party in Declaration.Parties.Where(p => p.Discount is Rational d && d != Rational.One))
        {
            Losses.Add($"the discount factor {ExactNumber.Show(party.Discount!.Value)} of {party.Name} is left out");
        }

        return this;
    }

    /// <summary>Names descriptions that are left out.</summary>
    public PlainScenario WithoutDescriptions()
    {
        int count = Declaration.Issues.Sum(i => (i.Description.Length > 0 ? 1 : 0)
            + i.ValueDescriptions.Where((d, n) => d.Length > 0 && d != i.Issue.Labels[n]).Count());
        if (count > 0)
        {
            Losses.Add($"descriptions of issues and values are left out: {count}");
        }

        return this;
    }

    /// <summary>Names orders of labels that are left out.</summary>
    public PlainScenario WithoutOrders()
    {
        foreach (IssueDeclaration issue in Declaration.Issues.Where(i => i.Issue.Kind == IssueKind.Ordered))
        {
            Losses.Add($"that the labels of issue \"{issue.Issue.Name}\" are in an order is left out");
        }

        return this;
    }

    /// <summary>The worth of an issue to a party; null when the party has none.</summary>
    /// <param name="party">The party.</param>
    /// <param name="issue">Which issue.</param>
    public static IssueWorth? Find(PartyDeclaration party, int issue) => party.Worths.FirstOrDefault(w => w.Issue == issue);

    /// <summary>A name for each party's file, without what no file may have in its name; they differ.</summary>
    public IReadOnlyList<string> FileNames()
    {
        HashSet<string> used = new(StringComparer.OrdinalIgnoreCase) { "domain" };
        string[] names = [.. Declaration.Parties.Select(p =>
        {
            string plain = string.Concat(p.Name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim('.', ' ');
            string name = plain.Length == 0 ? "party" : plain;
            for (int number = 2; !used.Add(name); number++)
            {
                name = $"{plain}-{number}";
            }

            return name;
        })];
        if (!names.SequenceEqual(names.Order(StringComparer.Ordinal)))
        {
            Losses.Add("the order of the parties is that of their file names");
        }

        return names;
    }

    private void Refuse(string sentence)
    {
        IsRefused = true;
        Losses.Add(sentence);
    }

    private void EachParty(Func<PartyDeclaration, PartyDeclaration> change) =>
        Declaration = Declaration with { Parties = [.. Declaration.Parties.Select(change)] };
}
