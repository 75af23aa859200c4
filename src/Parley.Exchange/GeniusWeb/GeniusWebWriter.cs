using System.Text.Json;
using Parley.Exchange.Declarations;
using Parley.Exchange.Writing;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.GeniusWeb;

/// <summary>Writes a scenario as a domain and profiles of GeniusWeb.</summary>
internal static class GeniusWebWriter
{
    /// <summary>The files.</summary>
    /// <param name="declaration">The scenario.</param>
    public static ScenarioWriting Write(ScenarioDeclaration declaration)
    {
        PlainScenario plain = new PlainScenario(declaration, "GeniusWeb").WithoutRectangles().WithoutRealIssues();
        plain.Divided().Tabulated((place, issue) => IsEven(issue) && plain.Declaration.Parties.All(p => PlainScenario.Find(p, place)?.Values is LinearValues));
        plain.WithWeightsOfOne().WithoutReservationValues().WithoutDiscounts().WithoutDescriptions().WithoutOrders();
        IReadOnlyList<string> names = plain.FileNames();
        return plain.Finish(plain.Declaration.Parties
            .Select((p, i) => new WrittenFile(names[i] + ".json", JsonText.Write(json => WriteProfile(json, plain, p))))
            .Prepend(new WrittenFile("domain.json", JsonText.Write(json => WriteDomain(json, plain)))));
    }

    private static bool IsEven(Issue issue) => issue is { Kind: IssueKind.Whole, Count: 1 or 2 }
        || (issue is { Kind: IssueKind.Whole, Count: int count } && issue.NumberAt(1) - issue.Low == (issue.High - issue.Low) / (count - 1));

    private static void WriteDomain(Utf8JsonWriter json, PlainScenario plain)
    {
        json.WriteStartObject();
        json.WriteString("name", plain.Declaration.Name.Length > 0 ? plain.Declaration.Name : "domain");
        json.WriteStartObject("issuesValues");
        foreach (Issue issue in plain.Declaration.Issues.Select(i => i.Issue))
        {
            json.WriteStartObject(issue.Name);
            json.WriteStartArray(issue.IsNumeric ? "range" : "values");
            if (issue.IsNumeric)
            {
                json.WriteStringValue(plain.Show(issue.Low));
                json.WriteStringValue(plain.Show(issue.High));
                json.WriteStringValue(issue.Count == 1 ? "1" : plain.Show(issue.NumberAt(1) - issue.Low));
            }

            foreach (string label in issue.Labels)
            {
                json.WriteStringValue(label);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json, PlainScenario plain, PartyDeclaration party)
    {
        IReadOnlyList<IssueDeclaration> issues = plain.Declaration.Issues;
        json.WriteStartObject();
        json.WriteStartObject(GeniusWebReader.Profile);
        json.WriteString("name", party.Name);
        json.WriteStartObject("issueUtilities");
        foreach (IssueWorth worth in party.Worths)
        {
            WriteValues(json, plain, issues[worth.Issue].Issue, worth.Values);
        }

        json.WriteEndObject();
        json.WriteStartObject("issueWeights");
        foreach (IssueWorth worth in party.Worths)
        {
            JsonText.Number(json, issues[worth.Issue].Issue.Name, plain.Show(worth.Weight));
        }

        json.WriteEndObject();
        json.WritePropertyName("domain");
        WriteDomain(json, plain);
        if (party.ReservationOutcome is { } outcome)
        {
            json.WriteStartObject("reservationBid");
            json.WriteStartObject("issuevalues");
            foreach ((int place, int value) in outcome.OrderBy(o => o.Key))
            {
                Issue issue = issues[place].Issue;
                json.WriteString(issue.Name, issue.IsNumeric ? plain.Show(issue.NumberAt(value)) : issue.Labels[value]);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, PlainScenario plain, Issue issue, ValueFunction values)
    {
        json.WriteStartObject(issue.Name);
        json.WriteStartObject(issue.IsNumeric ? "numberutils" : "discreteutils");
        if (values is LinearValues line)
        {
            Numerics.Rational high = issue.High > issue.Low ? issue.High : issue.Low + 1;
            JsonText.Number(json, "lowValue", plain.Show(issue.Low));
            JsonText.Number(json, "lowUtility", plain.Show(line.At(issue.Low)));
            JsonText.Number(json, "highValue", plain.Show(high));
            JsonText.Number(json, "highUtility", plain.Show(line.At(high)));
        }
        else
        {
            json.WriteStartObject("valueUtilities");
            for (int i = 0; i < issue.Labels.Count; i++)
            {
                JsonText.Number(json, issue.Labels[i], plain.Show(values.At(issue, i)));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
