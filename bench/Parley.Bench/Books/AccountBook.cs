using System.Globalization;

namespace Parley.Bench.Books;

/// <summary>
/// Writes the books that other plain-text programs read: as many dated transactions as a journal has entries, over
/// the same forty years, two postings each, about as many bytes each.
/// </summary>
internal static class AccountBook
{
    private static readonly string[] Accounts =
    [
        "Income:Salary", "Income:Interest", "Expenses:Food:Market", "Expenses:Food:Canteen", "Expenses:Rent",
        "Expenses:Travel:Rail", "Expenses:Travel:Taxi", "Expenses:Books", "Expenses:Health:Doctor",
        "Expenses:Health:Dentist", "Expenses:Clothes", "Expenses:Post", "Expenses:Phone", "Expenses:Power",
        "Expenses:Water", "Expenses:Taxes:Income", "Expenses:Taxes:Council", "Expenses:Gifts", "Expenses:Tools",
        "Expenses:Garden", "Assets:Bank:Current", "Assets:Bank:Savings", "Assets:Cash", "Assets:Deposit",
        "Liabilities:Card", "Liabilities:Loan:House", "Liabilities:Loan:Car", "Equity:Opening",
    ];

    /// <summary>Writes a book for <c>ledger</c> and <c>hledger</c>.</summary>
    public static void WriteLedger(TextSink sink, int entries, ulong seed)
    {
        SeededRandom random = new(seed);
        for (int i = 0; i < entries; i++)
        {
            sink.Add(Days.Of(i, entries)).Add(" * ");
            Phrases.AddTo(sink, random, 22);
            sink.Add("\n");
            AddPostings(sink, random, "    ");
        }
    }

    /// <summary>Writes a book for <c>beancount</c>, which wants its accounts opened and its payees quoted.</summary>
    public static void WriteBeancount(TextSink sink, int entries, ulong seed)
    {
        foreach (string account in Accounts)
        {
            sink.Add(string.Create(CultureInfo.InvariantCulture, $"{Days.First:yyyy-MM-dd} open {account}\n"));
        }

        sink.Add("\n");
        SeededRandom random = new(seed);
        for (int i = 0; i < entries; i++)
        {
            sink.Add(Days.Of(i, entries)).Add(" * \"");
            Phrases.AddTo(sink, random, 22);
            sink.Add("\"\n");
            AddPostings(sink, random, "  ");
        }
    }

    private static void AddPostings(TextSink sink, SeededRandom random, string indent)
    {
        int from = random.Below(Accounts.Length);
        int to = (from + 1 + random.Below(Accounts.Length - 1)) % Accounts.Length;
        sink.Add(indent).Add(Accounts[to]).Add("      ");
        sink.AddDecimal((random.Between(10, 9_999) * 10) + random.Between(1, 9), 2).Add(" USD\n");
        sink.Add(indent).Add(Accounts[from]).Add("\n\n");
    }
}
