using System.Globalization;
using System.Numerics;
using System.Text;
using Parley.Exchange.Declarations;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.Writing;

/// <summary>Writes a scenario as a journal: issues, parties and a block of preferences each.</summary>
public static class JournalWriter
{
    private const int MostPoints = 1_000;
    private const int MostDecimals = 12;
    private static readonly BigInteger GreatestWhole = BigInteger.Pow(10, 15);

    // Words that stand where a name could stand.
    private static readonly HashSet<string> Words =
    [
        "and", "any", "as", "at", "because", "between", "by", "desk", "excludes", "for", "from", "high", "if", "in", "known", "last", "low",
        "mean", "no", "none", "of", "or", "quote", "re", "replaces", "requires", "step", "subject", "sum", "terms", "than", "then", "through",
        "unknown", "unless", "via", "with", "within", "yes", "compounded", "less", "plus", "times", "firm", "final", "floated",
    ];

    /// <summary>A scenario as the text of a journal.</summary>
    /// <param name="declaration">The scenario.</param>
    /// <param name="file">The name of the file.</param>
    public static ScenarioWriting Write(ScenarioDeclaration declaration, string file)
    {
        PlainScenario plain = new PlainScenario(declaration, "a journal").WithoutRectangles().WithReservationValues();
        plain.Divided().WithoutDiscounts().WithoutDescriptions();
        plain.Tabulated((_, issue) => issue.Count is null
            || (IsPlain(issue.Low) && IsPlain(issue.High) && issue.Count <= MostPoints));
        return plain.Finish([new WrittenFile(file, plain.IsRefused ? "" : new Page(plain).Text())]);
    }

    private static bool IsPlain(Rational number) => BigInteger.Abs(number.Floor()) < GreatestWhole;

    /// <summary>One journal in the making.</summary>
    private sealed class Page(PlainScenario plain)
    {
        private readonly StringBuilder text = new();
        private int rounded;
        private int renamed;

        public string Text()
        {
            ScenarioDeclaration scenario = plain.Declaration;
            string[] parties = Names(scenario.Parties.Select(p => p.Name), "party");
            string[] issues = Names(scenario.Issues.Select(i => i.Issue.Name), "issue", parties);
            string[][] labels = [.. scenario.Issues.Select(i => Names(i.Issue.Labels, "value"))];
            text.Append("negotiation  ").Append(Quoted(scenario.Name.Length > 0 ? scenario.Name : "scenario")).Append("\n\n");
            for (int i = 0; i < parties.Length; i++)
            {
                text.Append("party  ").Append(parties[i]).Append("  ").Append(Quoted(scenario.Parties[i].Name)).Append('\n');
            }

            text.Append('\n');
            for (int i = 0; i < issues.Length; i++)
            {
                WriteIssue(scenario.Issues[i].Issue, issues[i], labels[i]);
            }

            for (int i = 0; i < parties.Length; i++)
            {
                text.Append("\nprefers  ").Append(parties[i]).Append('\n');
                WriteParty(scenario.Parties[i], issues, labels);
            }

            if (renamed > 0)
            {
                plain.Losses.Add($"labels that are no names of a journal got one, with a comment that holds the original: {renamed}");
            }

            if (rounded > 0)
            {
                plain.Losses.Add($"numbers are rounded to {MostDecimals} decimals: {rounded}");
            }

            return text.ToString();
        }

        private void WriteIssue(Issue issue, string name, string[] labels)
        {
            text.Append("issue  ").Append(name).Append("  ").Append(Quoted(issue.Name)).Append("  ");
            if (issue.IsNumeric)
            {
                text.Append(Number(issue.Low)).Append("..").Append(Number(issue.High));
                if (issue.Count > 1)
                {
                    text.Append(" step ").Append(Number(issue.NumberAt(1) - issue.Low));
                }
            }

            text.Append(string.Join(issue.Kind == IssueKind.Ordered ? " < " : " | ", labels)).Append('\n');
            for (int i = 0; i < labels.Length; i++)
            {
                if (labels[i] != issue.Labels[i])
                {
                    renamed++;
                    text.Append("; ").Append(name).Append(' ').Append(labels[i]).Append(" is ").Append(Quoted(issue.Labels[i])).Append('\n');
                }
            }
        }

        private void WriteParty(PartyDeclaration party, string[] issues, string[][] labels)
        {
            foreach (IssueWorth worth in party.Worths)
            {
                text.Append("    weight   ").Append(issues[worth.Issue]).Append("  ").Append(Number(worth.Weight)).Append('\n');
            }

            foreach (IssueWorth worth in party.Worths)
            {
                Issue issue = plain.Declaration.Issues[worth.Issue].Issue;
                foreach ((string value, Rational utility) in ValuesOf(issue, labels[worth.Issue], worth.Values))
                {
                    text.Append("    value    ").Append(issues[worth.Issue]).Append(" = ").Append(value).Append("  ").Append(Number(utility)).Append('\n');
                }
            }

            if (party.ReservationValue is Rational reserve)
            {
                text.Append("    reserve  ").Append(Number(reserve)).Append('\n');
            }
        }

        private IEnumerable<(string Value, Rational Utility)> ValuesOf(Issue issue, string[] labels, ValueFunction values)
        {
            if (issue.Count is int count)
            {
                return Enumerable.Range(0, count).Select(i => (issue.IsNumeric ? Number(issue.NumberAt(i)) : labels[i], values.At(issue, i)));
            }

            string loss = $"of issue \"{issue.Name}\" only the worths of its two ends are written";
            if (!plain.Losses.Contains(loss))
            {
                plain.Losses.Add(loss);
            }

            return values is NumberValues line ? [(Number(issue.Low), line.At(issue.Low)), (Number(issue.High), line.At(issue.High))] : [];
        }

        private string Number(Rational number)
        {
            BigInteger power = BigInteger.Pow(10, MostDecimals);
            Rational shifted = (number * new Rational(power)) + new Rational(1, 2);
            Rational near = new(shifted.Floor(), power);
            rounded += near == number ? 0 : 1;
            return Reading.ExactNumber.Show(near);
        }

        /// <summary>A name for each text: letters, digits and hyphens, none twice, no word of the language.</summary>
        private static string[] Names(IEnumerable<string> texts, string kind, params IEnumerable<string> taken)
        {
            HashSet<string> used = [.. Words, .. taken];
            return [.. texts.Select(t =>
            {
                StringBuilder plainText = new();
                foreach (char c in t.Normalize(NormalizationForm.FormC))
                {
                    if (char.IsAsciiLetterOrDigit(c) || (char.IsLetter(c) && c >= '\u00C0' && !char.IsSurrogate(c)))
                    {
                        plainText.Append(c);
                    }
                    else if (plainText.Length > 0 && plainText[^1] != '-')
                    {
                        plainText.Append('-');
                    }
                }

                string slug = plainText.ToString().TrimEnd('-');
                slug = slug.Length > 40 ? slug[..40].TrimEnd('-') : slug;
                string name = slug.Length > 0 && char.IsLetter(slug[0]) ? slug : slug.Length > 0 ? $"{kind[0]}{slug}" : kind;
                string first = name;
                for (int number = 2; !used.Add(name); number++)
                {
                    name = string.Create(CultureInfo.InvariantCulture, $"{first}-{number}");
                }

                return name;
            })];
        }

        private static string Quoted(string words) => "\"" + string.Concat(words.Select(c => c switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\t' => "\\t",
            _ when char.IsControl(c) => " ",
            _ => c.ToString(),
        })) + "\"";
    }
}
