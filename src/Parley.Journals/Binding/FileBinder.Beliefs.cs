using Parley.Journals.Diagnostics;
using Parley.Journals.Syntax;
using Parley.Journals.Text;
using Parley.Record.Entries;

namespace Parley.Journals.Binding;

/// <summary>Declarations of costs, preferences, and readings of aims and conditions.</summary>
internal sealed partial class FileBinder
{
    private readonly Dictionary<Reading, Place> priorPlaces = [];

    private void BindCosts()
    {
        Actor? party = ParseActor();
        if (party is null || ParseEstimate("an amount") is not { } amount)
        {
            return;
        }

        Token unit = Current;
        if (unit.Kind != TokenKind.Name)
        {
            Expect("a unit of money per time, such as USD/week");
            return;
        }

        at++;
        if (Current.Kind != TokenKind.Slash)
        {
            Expect("\"/\" and a time, such as USD/week");
            return;
        }

        at++;
        if (ParseTimeUnit() is { } per)
        {
            builder.AddCost(new WaitingCost(party, amount, TextOf(unit), per, ParseFrom()));
        }
    }

    private void BindPrefers()
    {
        Actor? party = ParseActor();
        if (party is null)
        {
            return;
        }

        DateInterval? from = ParseFrom();
        while (Current.Kind == TokenKind.Name && !failed)
        {
            Token word = Current;
            string found = TextOf(word);
            at++;
            switch (found)
            {
                case "weight":
                    BindWorth(party, PreferenceKind.Weight, from);
                    break;
                case "value":
                    BindWorth(party, PreferenceKind.Value, from);
                    break;
                case "reserve":
                    if (ParseEstimate("the reservation value, a number or a range") is { } reserve)
                    {
                        TryPercent();
                        builder.AddPreference(new Preference(
                            party, PreferenceKind.Reservation, null, ValueSet.Topic, reserve, "", from));
                    }

                    break;
                case "alternative":
                    if (Current.Kind != TokenKind.Words)
                    {
                        Expect("the alternative to an agreement, in quotes");
                        return;
                    }

                    builder.AddPreference(new Preference(
                        party, PreferenceKind.Alternative, null, ValueSet.Topic, null, ParseTitle(), from));
                    break;
                default:
                    Report(Catalogue.UnknownWord(
                        PlaceOf(word),
                        Shorten(found),
                        "in a block of preferences",
                        "write weight, value, reserve or alternative",
                        NearNames.Nearest(found, ["weight", "value", "reserve", "alternative"])));
                    break;
            }
        }
    }

    private void BindWorth(Actor party, PreferenceKind kind, DateInterval? from)
    {
        Token name = Current;
        if (name.Kind != TokenKind.Name)
        {
            Expect("an issue");
            return;
        }

        at++;
        if (!ResolveIssue(name, out IssueFacts? facts, out int basis))
        {
            return;
        }

        ValueSet values = ValueSet.Topic;
        if (kind == PreferenceKind.Value)
        {
            if (Current.Kind == TokenKind.Equal)
            {
                at++;
            }

            ValueSet? parsed = facts!.Issue.Kind == ScaleKind.Numbers
                ? ParseNumbers(facts, basis, Operator.Equal)
                : ParseLabels(facts, Operator.Equal);
            if (parsed is null)
            {
                return;
            }

            values = parsed.Value;
        }

        if (ParseEstimate("a number or a range, such as 30..45") is { } number)
        {
            TryPercent();
            builder.AddPreference(new Preference(party, kind, facts!.Issue, values, number, "", from));
        }
    }

    private void TryPercent()
    {
        if (Current.Kind == TokenKind.Percent)
        {
            at++;
        }
    }

    private void BindReading(bool isCondition)
    {
        Actor? party = ParseActor();
        if (party is null)
        {
            return;
        }

        Token token = Current;
        if (token.Kind != TokenKind.Name)
        {
            Expect("the name of the reading");
            return;
        }

        at++;
        string name = TextOf(token);
        if (builder.FindReading(name, party) is { Party: not null })
        {
            Report(Catalogue.DeclaredTwice(PlaceOf(token), name, PlaceOf(token)));
            return;
        }

        string title = ParseTitle();
        Estimate? prior = Current.Kind == TokenKind.Number ? ParseProbability() : null;
        Reading reading = builder.AddReading(name, title.Length == 0 ? name : title, isCondition, party, prior, ParseFrom());
        priorPlaces.Add(reading, PlaceOf(token));
    }

    private Estimate? ParseProbability()
    {
        Token first = Current;
        if (ParseEstimate("a probability in per cent") is not { } estimate)
        {
            return null;
        }

        TextSpan span = TextSpan.Cover(first.Span, lexer[at - 1].Span);
        TryPercent();
        if (estimate.Low < 0 || estimate.High > 100)
        {
            Report(Catalogue.NotAProbability(PlaceOf(span), text.GetString(span) + " %"));
            return null;
        }

        return estimate;
    }

    /// <summary>Aims of one party exclude each other, so the least that their priors can be is at most 100 %.</summary>
    private void CheckPriors()
    {
        foreach (IGrouping<(Actor? Party, bool IsCondition), Reading> group in
            priorPlaces.Keys.Where(r => r.Prior is not null && r.From is null).GroupBy(r => (r.Party, r.IsCondition)))
        {
            decimal sum = group.Sum(r => r.Prior!.Value.Low);
            if (sum > 100)
            {
                Report(Catalogue.PriorsExceed(priorPlaces[group.Last()], group.Key.Party!.Name, Show(sum)));
            }
        }
    }

    private void BindExpects()
    {
        Token token = Current;
        if (token.Kind != TokenKind.Name)
        {
            Expect("an aim or a condition");
            return;
        }

        at++;
        Reading? reading = ResolveReading(token, null);
        Token verbToken = Current;
        if (verbToken.Kind != TokenKind.Name)
        {
            Expect("a verb: the act that it makes likely");
            return;
        }

        at++;
        if (context.VerbSymbols.Find(BytesOf(verbToken)) is not { } verb)
        {
            ReportUnknownVerb(verbToken);
            return;
        }

        Estimate? likelihood = ParseProbability();
        DateInterval? from = ParseFrom();
        if (reading is not null && likelihood is not null)
        {
            builder.AddExpectation(new Expectation(reading, verb.Verb, likelihood.Value, from));
        }
    }

    private Reading? ResolveReading(Token token, Actor? party)
    {
        string name = TextOf(token);
        if (builder.FindReading(name, party) is { } reading)
        {
            return reading;
        }

        Report(Catalogue.UnknownReading(
            PlaceOf(token),
            Shorten(name),
            Catalogue.ListOf(builder.ReadingNames()),
            context.Nearest(name, builder.ReadingNames())));
        return null;
    }

    private void ReportUnknownVerb(Token token)
    {
        string name = TextOf(token);
        if (context.Find(BytesOf(token)) is { } symbol)
        {
            Report(Catalogue.WrongKind(PlaceOf(token), name, symbol.Described, "a verb"));
            return;
        }

        // What is no longer kept needs no cure.
        IEnumerable<string> verbs = Verbs.Table.SelectMany(r => new[] { r.Name, r.Plural ?? r.Name });
        string? nearest = context.Diagnostics.IsFull ? null : NearNames.Nearest(name, verbs);
        Report(Catalogue.UnknownVerb(PlaceOf(token), Shorten(name), nearest));
    }
}
