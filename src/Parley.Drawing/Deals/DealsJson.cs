using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Parley.Bargaining;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;
using Parley.Record.Deals;

namespace Parley.Drawing.Deals;

/// <summary>The deals of a problem as JSON. Counts are decimal strings, since they pass what a double can hold.</summary>
public static class DealsJson
{
    /// <summary>Writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="stream">Where to.</param>
    public static void Write(ProblemDeals report, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(stream);
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }))
        {
            json.WriteStartObject();
            json.WriteString("report", "deals");
            json.WriteString("title", report.Title);
            WriteProblem(report, json);
            WriteEfficient(report, json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteProblem(ProblemDeals report, Utf8JsonWriter json)
    {
        json.WriteStartArray("parties");
        foreach (PartyPreferences party in report.Problem.Parties)
        {
            json.WriteStartObject();
            json.WriteString("party", party.Party);
            WriteNumber(json, "reservationValue", party.ReservationValue);
            json.WriteString("alternative", party.Batna);
            WriteNumber(json, "discount", party.Discount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("space");
        WriteCount(json, "outcomes", report.Outcomes);
        json.WriteStartArray("issues");
        for (int i = 0; i < report.Problem.Space.Issues.Count; i++)
        {
            Issue issue = report.Problem.Space.Issues[i];
            json.WriteStartObject();
            json.WriteString("issue", issue.Name);
            json.WriteNumber("values", report.Problem.Space.CountOf(i));
            if (report.Points.Issues.FirstOrDefault(p => p.Issue == i) is IssuePoints points)
            {
                json.WriteBoolean("onPoints", true);
                json.WriteStartArray("losses");
                foreach (Rational? loss in points.Losses)
                {
                    WriteValue(json, loss);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteEfficient(ProblemDeals report, Utf8JsonWriter json)
    {
        if (report.Efficient is not EfficientOutcomes efficient)
        {
            json.WriteNull("frontier");
            json.WriteString("frontierReason", "tooLarge");
            return;
        }

        WriteUtilities(json, "disagreementPoint", efficient.DisagreementPoint);
        WriteUtilities(json, "idealPoint", efficient.IdealPoint);
        json.WriteStartObject("frontier");
        WriteCount(json, "profiles", efficient.Profiles.Count);
        WriteCount(json, "outcomes", efficient.Outcomes);
        WriteProfiles(report, json, "items", efficient.Profiles);
        json.WriteEndObject();
        WriteProfiles(report, json, "nash", efficient.Nash.Select(i => efficient.Profiles[i]));
        WriteProfiles(report, json, "kalaiSmorodinsky", efficient.KalaiSmorodinsky.Select(i => efficient.Profiles[i]));
        WriteProfiles(report, json, "egalitarian", efficient.Egalitarian.Select(i => efficient.Profiles[i]));
        WriteProfiles(report, json, "utilitarian", efficient.Utilitarian.Select(i => efficient.Profiles[i]));
    }

    private static void WriteProfiles(ProblemDeals report, Utf8JsonWriter json, string name, IEnumerable<EfficientProfile> profiles)
    {
        json.WriteStartArray(name);
        foreach (EfficientProfile profile in profiles)
        {
            json.WriteStartObject();
            json.WriteStartObject("outcome");
            for (int i = 0; i < report.Problem.Space.Issues.Count; i++)
            {
                Issue issue = report.Problem.Space.Issues[i];
                if (issue.IsNumeric)
                {
                    WriteNumber(json, issue.Name, issue.NumberAt(profile.First[i]));
                }
                else
                {
                    json.WriteString(issue.Name, issue.Labels[profile.First[i]]);
                }
            }

            json.WriteEndObject();
            WriteUtilities(json, "utilities", profile.Utilities);
            WriteCount(json, "outcomes", profile.Outcomes);
            json.WriteBoolean("acceptable", profile.IsAcceptable);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteUtilities(Utf8JsonWriter json, string name, UtilityProfile? profile)
    {
        if (profile is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartArray(name);
        foreach (Rational utility in profile.Utilities)
        {
            WriteValue(json, utility);
        }

        json.WriteEndArray();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, BigInteger count) =>
        json.WriteString(name, count.ToString(CultureInfo.InvariantCulture));

    private static void WriteNumber(Utf8JsonWriter json, string name, Rational? number)
    {
        json.WritePropertyName(name);
        WriteValue(json, number);
    }

    private static void WriteValue(Utf8JsonWriter json, Rational? number)
    {
        if (number is Rational value)
        {
            json.WriteNumberValue(value.ToDouble());
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
