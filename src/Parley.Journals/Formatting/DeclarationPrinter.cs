using System.Globalization;
using System.Text;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Formatting;

/// <summary>Prints the declarations of a record.</summary>
internal static class DeclarationPrinter
{
    private const int UsualAbout = 3;

    public static void Print(NegotiationRecord record, StringBuilder result)
    {
        if (record.Title.Length > 0)
        {
            result.Append("negotiation ").Append(RecordPrinter.Quote(record.Title)).Append('\n');
        }

        if (record.AboutDays != UsualAbout)
        {
            result.Append(CultureInfo.InvariantCulture, $"about {record.AboutDays} days\n");
        }

        foreach (Actor actor in record.Actors)
        {
            PrintActor(actor, result);
        }

        foreach (Track track in record.Tracks)
        {
            result.Append("track ").Append(track.Name).Append(Title(track.Title, track.Name))
                .Append(track.IsSingleUndertaking ? " single-undertaking" : "").Append(From(track.From)).Append('\n');
        }

        foreach (Issue issue in record.Issues)
        {
            PrintIssue(issue, result);
        }

        PrintWants(record, result);
        foreach (Source source in record.Sources)
        {
            PrintSource(source, result);
        }

        PrintBeliefs(record, result);
    }

    private static string Title(string title, string name) => title == name ? "" : " " + RecordPrinter.Quote(title);

    private static string From(DateInterval? from) => from is { } date ? " from " + DateText.Print(date) : "";

    private static string Number(Estimate estimate) => estimate.Low == estimate.High
        ? NumberText.Print(estimate.Low) : $"{NumberText.Print(estimate.Low)}..{NumberText.Print(estimate.High)}";

    private static void PrintActor(Actor actor, StringBuilder result)
    {
        switch (actor.Kind)
        {
            case ActorKind.Desk:
                return;
            case ActorKind.Member:
                foreach (Dated<Authority> authority in actor.Authorities)
                {
                    result.Append("member ").Append(actor.Name).Append(Title(actor.Title, actor.Name));
                    result.Append(authority.Value == Authority.Speaks ? "" : " " + authority.Value.ToString().ToLowerInvariant());
                    result.Append(From(authority.From)).Append('\n');
                }

                return;
            default:
                result.Append(actor.Kind.ToString().ToLowerInvariant()).Append(' ').Append(actor.Name)
                    .Append(Title(actor.Title, actor.Name));
                AppendTracks(result, " opposes ", actor.Opposes);
                AppendTracks(result, " supports ", actor.Supports);
                result.Append(From(actor.From)).Append('\n');
                return;
        }
    }

    private static void AppendTracks(StringBuilder result, string word, IList<Track> tracks)
    {
        if (tracks.Count > 0)
        {
            result.Append(word).AppendJoin(", ", tracks.Select(t => t.Name));
        }
    }

    private static void PrintIssue(Issue issue, StringBuilder result)
    {
        result.Append("issue ").Append(issue.Name).Append(Title(issue.Title, issue.Name)).Append(' ');
        if (issue.Kind == ScaleKind.Numbers)
        {
            NumberRange range = issue.Range;
            result.Append(range.IsUnboundedBelow ? "" : NumberText.Print(range.Low)).Append("..")
                .Append(range.IsUnboundedAbove ? "" : NumberText.Print(range.High));
            result.Append(issue.Unit.Length > 0 ? " " + issue.Unit : "");
            result.Append(issue.Step is { } step ? " step " + NumberText.Print(step) : "");
            result.Append(issue.Reduction == Reduction.None ? "" : " " + issue.Reduction.ToString().ToLowerInvariant());
        }
        else
        {
            result.AppendJoin(issue.Kind == ScaleKind.OrderedLabels ? " < " : " | ", issue.Labels);
        }

        result.Append(From(issue.From)).Append('\n');
        foreach (Basis basis in issue.Bases)
        {
            result.Append("basis ").Append(issue.Name).Append('.').Append(basis.Name).Append(Title(basis.Title, basis.Name));
            result.Append(basis.Unit == issue.Unit ? "" : " " + basis.Unit);
            if (basis.Formula is { } formula)
            {
                result.Append(" = ").Append(formula.OfIssue.Name)
                    .Append(formula.OfBasis == 0 ? "" : "." + formula.OfIssue.Bases[formula.OfBasis - 1].Name);
                foreach (FormulaStep operation in formula.Steps)
                {
                    result.Append(' ').Append(operation.Operation.ToString().ToLowerInvariant()).Append(' ')
                        .Append(NumberText.Print(operation.Number));
                }
            }

            result.Append('\n');
        }
    }

    private static void PrintWants(NegotiationRecord record, StringBuilder result)
    {
        foreach (Want want in record.Wants)
        {
            string direction = want.Direction == Direction.Ordered
                ? string.Join(" > ", want.Ranking.Select(i => want.Issue.Labels[i]))
                : want.Direction.ToString().ToLowerInvariant();
            result.Append("wants ").Append(want.Party.Name).Append(' ').Append(want.Issue.Name).Append(' ')
                .Append(direction).Append(From(want.From)).Append('\n');
        }
    }

    private static void PrintSource(Source source, StringBuilder result)
    {
        result.Append("source ").Append(source.Name).Append(' ').Append(source.Kind.ToString().ToLowerInvariant());
        result.Append(source.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" {source.Count}"));
        result.Append(source.Attribution switch
        {
            Attribution.OnRecord => " on-record",
            Attribution.Background => " background",
            Attribution.DeepBackground => " deep-background",
            Attribution.OffRecord => " off-record",
            _ => "",
        });
        result.Append(source.Published is { } published ? " published " + DateText.Print(published) : "");
        result.Append(source.Grade == SourceGrade.Unknown
            ? "" : string.Create(CultureInfo.InvariantCulture, $" {source.Grade.Reliability}{source.Grade.Credibility}"));
        result.Append(Title(source.Title, source.Name));
        result.Append(source.Side is null ? "" : " side " + source.Side.Name);
        result.Append(source.IsSealed ? " sealed" : "").Append(From(source.From)).Append('\n');
    }

    private static void PrintBeliefs(NegotiationRecord record, StringBuilder result)
    {
        foreach (StatusQuo statusQuo in record.StatusQuo)
        {
            result.Append("status-quo ");
            TermText.Print(record, [.. statusQuo.Terms], result);
            foreach (int chain in statusQuo.ChainIds)
            {
                result.Append(" ^").AppendJoin('<', record.Chains[chain].Links.Select(s => s.Name));
            }

            result.Append(From(statusQuo.From)).Append('\n');
        }

        foreach (WaitingCost cost in record.Costs)
        {
            result.Append("costs ").Append(cost.Party.Name).Append(' ').Append(Number(cost.Amount)).Append(' ')
                .Append(cost.Unit).Append('/').Append(cost.Per.ToString().ToLowerInvariant()).Append(From(cost.From)).Append('\n');
        }

        foreach (Preference preference in record.Preferences)
        {
            result.Append("prefers ").Append(preference.Party.Name).Append(From(preference.From)).Append('\n');
            result.Append("    ").Append(PreferenceWords(preference)).Append('\n');
        }

        foreach (Reading reading in record.Readings.Where(r => r.Party is not null))
        {
            result.Append(reading.IsCondition ? "condition " : "aim ").Append(reading.Party!.Name).Append(' ')
                .Append(reading.Name).Append(Title(reading.Title, reading.Name));
            result.Append(reading.Prior is { } prior ? $" {Number(prior)} %" : "").Append(From(reading.From)).Append('\n');
        }

        foreach (Expectation expectation in record.Expectations)
        {
            result.Append("expects ").Append(expectation.Reading.Name).Append(' ')
                .Append(Verbs.Row(expectation.Verb).Name).Append(' ').Append(Number(expectation.Likelihood)).Append(" %")
                .Append(From(expectation.From)).Append('\n');
        }
    }

    private static string PreferenceWords(Preference preference) => preference.Kind switch
    {
        PreferenceKind.Weight => $"weight {preference.Issue!.Name} {Number(preference.Number!.Value)}",
        PreferenceKind.Value =>
            $"value {preference.Issue!.Name} {TermText.Print(preference.Issue, null, preference.Values)} {Number(preference.Number!.Value)}",
        PreferenceKind.Reservation => $"reserve {Number(preference.Number!.Value)}",
        _ => $"alternative {RecordPrinter.Quote(preference.Words)}",
    };
}
