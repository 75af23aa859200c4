using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Parley.Record.Entries;
using Xunit;

namespace Parley.Tests.Style;

/// <summary>Which names the code may have.</summary>
public sealed partial class NameStyleTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Words that say nothing of what a thing is.</summary>
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Util", "Utils", "Service", "Processor"];

    /// <summary>Endings that say nothing of what a type is.</summary>
    private static readonly string[] EmptyEndings = ["Data", "Info", "Base"];

    /// <summary>
    /// Public types of the record that are no term of the field, and why they need no row in the glossary.
    /// </summary>
    private static readonly Dictionary<string, string> NotOfTheField = new(StringComparer.Ordinal)
    {
        [nameof(EntryDraft)] = "a form that is filled in and added, again and again",
        [nameof(EntryDetails)] = "parts of an entry, kept apart because few entries have them",
        [nameof(EntryTraits)] = "flags of an entry",
        [nameof(RecordBuilder)] = "makes a record",
        ["CurveReports"] = "works them out",
        ["DealsReports"] = "works them out",
        ["Origins"] = "finds them",
        ["StandingReports"] = "works them out",
        ["TimelineReports"] = "works them out",
        [nameof(ChunkedList<>)] = "a list that grows without copying",
        [nameof(WordStore)] = "keeps words",
        [nameof(WordSpan)] = "a place in the store of words",
    };

    /// <summary>Types that may change, and why. All others are what they were made as.</summary>
    private static readonly Dictionary<string, string> Mutable = new(StringComparer.Ordinal)
    {
        [nameof(EntryDraft)] = "filled in by whoever makes a record",
        [nameof(EntryDetails)] = "filled in as part of a draft, and left alone once added",
        [nameof(RecordBuilder)] = "makes a record",
    };

    [Fact]
    public void Names_say_what_a_thing_is() => Offences.None(
        from file in SourceFile.Product
        from declared in file.DeclaredNames()
        let words = Words(declared.Name)
        from word in EmptyWords
        where words.Contains(word, StringComparer.OrdinalIgnoreCase)
        select $"{declared.Place}: {declared.Name} says \"{word}\"");

    [Fact]
    public void Types_do_not_end_in_an_empty_word() => Offences.None(
        from file in SourceFile.Product
        from declared in file.DeclaredNames()
        where declared.IsType && EmptyEndings.Contains(Words(declared.Name)[^1])
        select $"{declared.Place}: {declared.Name}");

    [Fact]
    public void Synonyms_that_the_glossary_refuses_are_no_names() => Offences.None(
        from assembly in Rooms.Product
        from type in PublicTypes(assembly)
        from name in PublicNames(type)
        from row in Glossary.Rows
        from refused in row.Refused
        where Holds(Words(name), Words(refused))
        select $"{type.FullName}: {name} says {refused}; the term is {row.Terms[0]}");

    [Fact]
    public void Glossary_refuses_no_name_that_it_gives() => Offences.None(
        from row in Glossary.Rows
        from refused in row.Refused
        from other in Glossary.Rows
        from term in other.Terms
        where Holds(Words(term), Words(refused))
        select $"{refused} is refused for {row.Terms[0]} and stands in {term}");

    [Fact]
    public void Glossary_names_each_term_once_with_a_meaning()
    {
        string[] terms = [.. Glossary.Rows.SelectMany(r => r.Terms)];

        Assert.NotEmpty(terms);
        Assert.Equal(terms.Distinct(StringComparer.Ordinal), terms);
        Assert.DoesNotContain(Glossary.Rows, r => r.Meaning.Length == 0);
    }

    [Fact]
    public void Every_public_type_of_the_record_stands_in_the_glossary() => Offences.None(
        PublicTypes(typeof(NegotiationRecord).Assembly)
            .Select(TypeName)
            .Where(n => !NotOfTheField.ContainsKey(n))
            .Except(Glossary.Rows.SelectMany(r => r.Terms)));

    [Fact]
    public void Glossary_names_only_what_exists() => Offences.None(
        Glossary.Rows.SelectMany(r => r.Terms).Except(Rooms.Product.SelectMany(PublicTypes).Select(TypeName)));

    [Fact]
    public void Exceptions_name_only_what_exists() => Offences.None(
        NotOfTheField.Keys.Concat(Mutable.Keys).Except(PublicTypes(typeof(NegotiationRecord).Assembly).Select(TypeName)));

    [Fact]
    public void Public_types_do_not_change_once_made() => Offences.None(
        from assembly in Rooms.Product
        from type in PublicTypes(assembly)
        where !type.IsEnum && !Mutable.ContainsKey(TypeName(type))
        from member in MutableMembers(type)
        select $"{type.FullName}.{member}");

    private static IEnumerable<string> PublicNames(Type type)
    {
        MemberInfo[] members = type.GetMembers(Declared);
        IEnumerable<string?> parameters = members.OfType<MethodBase>().SelectMany(m => m.GetParameters()).Select(p => p.Name);
        return members.Select(m => m.Name).Prepend(TypeName(type)).Concat(parameters.OfType<string>());
    }

    private static IEnumerable<string> MutableMembers(Type type)
    {
        IEnumerable<string> settable =
            from property in type.GetProperties(Declared)
            where property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            select property.Name;
        IEnumerable<string> writable =
            from field in type.GetFields(Declared)
            where !field.IsInitOnly && !field.IsLiteral
            select field.Name;
        return settable.Concat(writable);
    }

    private static IEnumerable<Type> PublicTypes(Assembly assembly) =>
        assembly.GetExportedTypes().Where(t => !t.IsNested && !t.IsDefined(typeof(CompilerGeneratedAttribute)));

    private static string TypeName(Type type) => type.Name.Split('`')[0];

    private static bool Holds(string[] words, string[] part) => Enumerable
        .Range(0, Math.Max(0, words.Length - part.Length + 1))
        .Any(i => words.AsSpan(i, part.Length).SequenceEqual(part, StringComparer.OrdinalIgnoreCase));

    private static string[] Words(string name) => [.. WordOfName().Matches(name).Select(m => m.Value)];

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*|[a-z0-9]+")]
    private static partial Regex WordOfName();
}
