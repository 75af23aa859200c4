using System.Xml;
using Parley.Exchange.Declarations;
using Parley.Exchange.Writing;
using Parley.Numerics;
using Parley.Outcomes;
using Parley.Preferences;

namespace Parley.Exchange.Genius;

/// <summary>Writes a scenario as a domain and profiles of Genius.</summary>
internal static class GeniusWriter
{
    /// <summary>The files.</summary>
    /// <param name="declaration">The scenario.</param>
    public static ScenarioWriting Write(ScenarioDeclaration declaration)
    {
        PlainScenario plain = new PlainScenario(declaration, "Genius").WithReservationValues().WithoutOrders();
        plain.Tabulated((place, issue) => (issue.Count is null || issue.Count == (issue.High - issue.Low).Floor() + 1)
            && plain.Declaration.Parties.All(p => p.Rectangles.Count > 0 || PlainScenario.Find(p, place)?.Values is LinearValues));
        IReadOnlyList<string> names = plain.FileNames();
        return plain.Finish(plain.Declaration.Parties.Select((p, i) => new WrittenFile(names[i] + ".xml", Text(plain, p)))
            .Prepend(new WrittenFile("domain.xml", Text(plain, null))));
    }

    private static string Text(PlainScenario plain, PartyDeclaration? party)
    {
        using StringWriter text = new();
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CheckCharacters = false };
        using (XmlWriter xml = XmlWriter.Create(text, settings))
        {
            if (party is null)
            {
                xml.WriteStartElement("negotiation_template");
            }

            xml.WriteStartElement("utility_space");
            xml.WriteAttributeString(party is { Rectangles.Count: > 0 } ? "type" : "number_of_issues", party is { Rectangles.Count: > 0 } ? "nonlinear" : $"{plain.Declaration.Issues.Count}");
            xml.WriteStartElement("objective");
            Attributes(xml, ("index", "0"), ("name", "root"), ("type", "objective"), ("etype", "objective"), ("description", ""));
            for (int i = 0; i < plain.Declaration.Issues.Count; i++)
            {
                WriteIssue(xml, plain, i, party is null ? null : PlainScenario.Find(party, i), party is { IsDividedByGreatest: true });
            }

            WriteWeights(xml, plain, party);
            xml.WriteEndElement();
            WriteSettings(xml, plain, party);
            xml.WriteEndElement();
        }

        return text + "\n";
    }

    private static void WriteIssue(XmlWriter xml, PlainScenario plain, int place, IssueWorth? worth, bool isDivided)
    {
        IssueDeclaration declared = plain.Declaration.Issues[place];
        Issue issue = declared.Issue;
        string type = issue.Kind == IssueKind.Real ? "real" : issue.IsNumeric ? "integer" : "discrete";
        xml.WriteStartElement("issue");
        Attributes(xml, ("index", $"{place + 1}"), ("name", issue.Name), ("type", type), ("vtype", type), ("etype", type));
        Attributes(xml, declared.Description.Length > 0 ? [("description", declared.Description)] : []);
        if (issue.IsNumeric)
        {
            Attributes(xml, ("lowerbound", plain.Show(issue.Low)), ("upperbound", plain.Show(issue.High)));
            if (worth?.Values is LinearValues line)
            {
                xml.WriteStartElement("evaluator");
                Attributes(xml, ("ftype", "linear"), ("offset", plain.Show(line.Intercept)), ("slope", plain.Show(line.Slope)));
                xml.WriteEndElement();
            }
        }

        for (int i = 0; i < issue.Labels.Count; i++)
        {
            xml.WriteStartElement("item");
            Attributes(xml, ("index", $"{i + 1}"), ("value", issue.Labels[i]));
            Attributes(xml, declared.ValueDescriptions.ElementAtOrDefault(i) is { Length: > 0 } said ? [("description", said)] : []);
            Attributes(xml, worth is null ? [] : [("evaluation", plain.Show(worth.Values.At(issue, i)))]);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Genius divides by the greatest evaluation; where the scenario did not, the weight makes up for it.</summary>
    private static void WriteWeights(XmlWriter xml, PlainScenario plain, PartyDeclaration? party)
    {
        foreach (IssueWorth worth in party?.Worths ?? [])
        {
            Rational weight = party!.IsDividedByGreatest ? worth.Weight : worth.Weight * ProblemMaker.GreatestOf(worth.Values);
            xml.WriteStartElement("weight");
            Attributes(xml, ("index", $"{worth.Issue + 1}"), ("value", plain.Show(weight)));
            xml.WriteEndElement();
        }

        if (party is not { Rectangles.Count: > 0 })
        {
            return;
        }

        xml.WriteStartElement("utility");
        Attributes(xml, ("maxutility", plain.Show(party.MaximumUtility ?? Rational.One)));
        xml.WriteStartElement("ufun");
        Attributes(xml, ("type", "PlainUfun"), ("weight", "1"), ("aggregation", "sum"));
        foreach (Rectangle rectangle in party.Rectangles)
        {
            xml.WriteStartElement("hyperRectangle");
            Attributes(xml, ("utility", plain.Show(rectangle.Utility)));
            Attributes(xml, rectangle.Weight == Rational.One ? [] : [("weight", plain.Show(rectangle.Weight))]);
            foreach (RectangleSide side in rectangle.Sides)
            {
                xml.WriteStartElement(rectangle.Excludes ? "EXCLUDES" : "INCLUDES");
                Attributes(xml, ("index", $"{side.Issue + 1}"), ("min", plain.Show(side.Low)), ("max", plain.Show(side.High)));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSettings(XmlWriter xml, PlainScenario plain, PartyDeclaration? party)
    {
        foreach ((string name, Rational? value) in ((string, Rational?)[])[("discount_factor", party?.Discount), ("reservation", party?.ReservationValue)])
        {
            if (value is Rational number)
            {
                xml.WriteStartElement(name);
                Attributes(xml, ("value", plain.Show(number)));
                xml.WriteEndElement();
            }
        }
    }

    private static void Attributes(XmlWriter xml, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach ((string name, string value) in attributes)
        {
            xml.WriteAttributeString(name, value);
        }
    }
}
