using System.Text.Json;
using Parley.Exchange.Declarations;
using Parley.Exchange.Writing;
using Parley.Outcomes;

namespace Parley.Exchange.NegoLog;

/// <summary>Writes a scenario as profiles of NegoLog.</summary>
internal static class NegoLogWriter
{
    /// <summary>The files.</summary>
    /// <param name="declaration">The scenario.</param>
    public static ScenarioWriting Write(ScenarioDeclaration declaration)
    {
        PlainScenario plain = new PlainScenario(declaration, "NegoLog").WithoutRectangles().WithoutRealIssues().WithReservationValues();
        plain.Divided().Tabulated((_, _) => false).WithWeightsOfOne().WithoutDiscounts().WithoutDescriptions().WithoutOrders();
        IReadOnlyList<string> names = plain.FileNames();
        return plain.Finish(plain.Declaration.Parties.Select((p, i) =>
            new WrittenFile(names[i] + ".json", JsonText.Write(json => Write(json, plain, p)))));
    }

    private static void Write(Utf8JsonWriter json, PlainScenario plain, PartyDeclaration party)
    {
        IReadOnlyList<IssueDeclaration> issues = plain.Declaration.Issues;
        json.WriteStartObject();
        if (party.ReservationValue is { } reserve)
        {
            JsonText.Number(json, "reservationValue", plain.Show(reserve));
        }

        json.WriteStartObject("issueWeights");
        foreach (IssueWorth worth in party.Worths)
        {
            JsonText.Number(json, issues[worth.Issue].Issue.Name, plain.Show(worth.Weight));
        }

        json.WriteEndObject();
        json.WriteStartObject("issues");
        foreach (IssueWorth worth in party.Worths)
        {
            Issue issue = issues[worth.Issue].Issue;
            json.WriteStartObject(issue.Name);
            for (int i = 0; i < issue.Labels.Count; i++)
            {
                JsonText.Number(json, issue.Labels[i], plain.Show(worth.Values.At(issue, i)));
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
