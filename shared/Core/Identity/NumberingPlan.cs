using System.Collections.Frozen;

namespace AesthetixWorkflows.Core.Identity;

/// <summary>How one region writes its phone numbers.</summary>
/// <param name="Code">Country calling code, without "+".</param>
/// <param name="Trunk">Digits dialled before a national number at home and left out abroad; empty where there are none.</param>
/// <param name="Abroad">Digits dialled at home to reach another country.</param>
/// <param name="Shortest">Fewest digits of a national number, without <paramref name="Trunk"/>.</param>
/// <param name="Longest">Most digits of it.</param>
/// <remarks>Source: ITU-T E.164 national numbering plans. Small on purpose: where an aesthetic clinic is likely to be.
/// A number written with "+" is read whatever its country; this table is for numbers written as at home.</remarks>
sealed record NumberingPlan(string Code, string Trunk, string Abroad, int Shortest, int Longest)
{
    static readonly NumberingPlan NorthAmerica = new("1", "1", "011", 10, 10);

    public static readonly FrozenDictionary<string, NumberingPlan> ByRegion = new Dictionary<string, NumberingPlan>
    {
        ["US"] = NorthAmerica,
        ["CA"] = NorthAmerica,
        ["PR"] = NorthAmerica,
        ["AE"] = new("971", "0", "00", 8, 9),
        ["AT"] = new("43", "0", "00", 6, 13),
        ["AU"] = new("61", "0", "0011", 9, 9),
        ["BE"] = new("32", "0", "00", 8, 9),
        ["CH"] = new("41", "0", "00", 9, 9),
        ["DE"] = new("49", "0", "00", 6, 13),
        ["DK"] = new("45", "", "00", 8, 8),
        ["ES"] = new("34", "", "00", 9, 9),
        ["FR"] = new("33", "0", "00", 9, 9),
        ["GB"] = new("44", "0", "00", 9, 10),
        ["IE"] = new("353", "0", "00", 7, 9),
        // Italy keeps its leading zero abroad: 06 … is +39 06 ….
        ["IT"] = new("39", "", "00", 6, 11),
        ["MX"] = new("52", "", "00", 10, 10),
        ["NL"] = new("31", "0", "00", 9, 9),
        ["NO"] = new("47", "", "00", 8, 8),
        ["NZ"] = new("64", "0", "00", 8, 10),
        ["PT"] = new("351", "", "00", 9, 9),
        ["SE"] = new("46", "0", "00", 7, 9),
        ["SG"] = new("65", "", "00", 8, 8),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The plan whose calling code begins these digits, if it is in the table.</summary>
    public static NumberingPlan? Of(string international) =>
        ByRegion.Values.FirstOrDefault(plan => international.StartsWith(plan.Code, StringComparison.Ordinal));

    /// <summary>True when the digits after the calling code may be a number here.</summary>
    public bool Holds(string national) =>
        national.Length >= Shortest && national.Length <= Longest
        // In North America neither the area code nor the exchange begins with 0 or 1.
        && (Code != "1" || (national[0] >= '2' && national[3] >= '2'));
}
