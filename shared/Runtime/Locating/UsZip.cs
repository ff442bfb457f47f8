using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>The state of a ZIP code, and the zones it may be in.</summary>
/// <remarks>Sources: the Postal Service's three-digit prefixes; where a state is split, the counties of each prefix (GeoNames) held
/// against 49 CFR part 71. A prefix that is not wholly in one zone has all of its state. Military addresses have no place.</remarks>
sealed record UsZip(string State, ImmutableArray<string> Zones)
{
    const string States =
        "005 NY 006-007 PR 008 VI 009 PR 010-027 MA 028-029 RI 030-038 NH 039-049 ME 050-054 VT 055 MA 056-059 VT 060-069 CT 070-089 NJ 100-149 NY 150-196 PA 197-199 DE " +
        "200 DC 201 VA 202-205 DC 206-219 MD 220-246 VA 247-268 WV 270-289 NC 290-299 SC 300-319 GA 320-339 FL 341-349 FL 350-369 AL 370-385 TN 386-397 MS 398-399 GA " +
        "400-427 KY 430-459 OH 460-479 IN 480-499 MI 500-528 IA 530-549 WI 550-567 MN 569 DC 570-577 SD 580-588 ND 590-599 MT 600-629 IL 630-658 MO 660-679 KS 680-693 NE " +
        "700-714 LA 716-729 AR 730-732 OK 733 TX 734-749 OK 750-799 TX 800-816 CO 820-831 WY 832-838 ID 840-847 UT 850-865 AZ 870-884 NM 885 TX 889-898 NV 900-961 CA " +
        "967-968 HI 969 GU 970-979 OR 980-994 WA 995-999 AK";

    /// <summary>Prefixes of split states that lie in one zone.</summary>
    static readonly (string Prefixes, string Zone)[] Whole =
    [
        ("320-323 326-349 400 402-418 425 460-462 466-468 470-474 478 480-497 374 376 378-379", StateZones.Eastern),
        ("325 420-424 463-464 476-477 370-372 375 380-385 580-584 660-676 679 680-689 570-574 733 750-797", StateZones.Central),
        ("577 693 799 885 832-834 836-837", StateZones.Mountain),
        ("838 970-978", StateZones.Pacific),
        ("850-857 863-864", StateZones.Arizona),
    ];

    /// <summary>Towns that keep a time of their own.</summary>
    static readonly (string Zip, string State, string Zone)[] Towns =
    [
        ("99546", "AK", "America/Adak"), ("99547", "AK", "America/Adak"), ("89883", "NV", StateZones.Mountain), ("96799", "AS", "Pacific/Pago_Pago"),
    ];

    static readonly FrozenDictionary<string, UsZip> Known = Table().ToFrozenDictionary();

    /// <param name="text">As somebody wrote it: <c>90210</c>, <c>90210-1234</c>.</param>
    /// <returns>Null: no ZIP code, or one of no state.</returns>
    public static UsZip? Of(string? text)
    {
        var code = (text ?? "").AsSpan().Trim();
        var plain = code.Length is 5 or 9 && !code.ContainsAnyExceptInRange('0', '9') || code.Length == 10 && code[5] is '-' or ' ' && !code[..5].ContainsAnyExceptInRange('0', '9');
        if (!plain) return null;
        var lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();
        return lookup.TryGetValue(code[..5], out var town) ? town : lookup.TryGetValue(code[..3], out var known) ? known : null;
    }

    static Dictionary<string, UsZip> Table()
    {
        var words = States.Split(' ');
        var table = Enumerable.Range(0, words.Length / 2).SelectMany(at => Prefixes(words[2 * at]).Select(prefix => (prefix, State: words[2 * at + 1]))).ToDictionary(row => row.prefix, row => new UsZip(row.State, StateZones.Of(row.State)));
        foreach (var (prefixes, zone) in Whole)
            foreach (var prefix in prefixes.Split(' ').SelectMany(Prefixes))
                if (table.TryGetValue(prefix, out var zip)) table[prefix] = zip with { Zones = [zone] };
        foreach (var (zip, state, zone) in Towns) table[zip] = new(state, [zone]);
        return table;
    }

    static IEnumerable<string> Prefixes(string range)
    {
        var (from, to) = (int.Parse(range.AsSpan(0, 3), null), int.Parse(range.AsSpan(range.Length - 3), null));
        return Enumerable.Range(from, to - from + 1).Select(prefix => prefix.ToString("000", null));
    }
}
