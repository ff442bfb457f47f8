using System.Collections.Frozen;
using System.Collections.Immutable;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>The time zones of each state, by law (49 CFR part 71); a state that is split has several, that of most people first.</summary>
/// <remarks>Zones that have shown the same time for years go by one name. Arizona has two: the Navajo Nation keeps summer time.
/// Left out are single towns: Adak, West Wendover, those across the line in Alabama; <see cref="UsZip"/> knows the first two.</remarks>
static class StateZones
{
    public const string Eastern = "America/New_York", Central = "America/Chicago", Mountain = "America/Denver", Pacific = "America/Los_Angeles", Arizona = "America/Phoenix";

    static readonly FrozenDictionary<string, ImmutableArray<string>> Known = Table().ToFrozenDictionary();

    public static ImmutableArray<string> Of(string state) => Known.GetValueOrDefault(state, []);

    static Dictionary<string, ImmutableArray<string>> Table()
    {
        var table = new Dictionary<string, ImmutableArray<string>>
        {
            ["AK"] = ["America/Anchorage"], ["HI"] = ["Pacific/Honolulu"], ["PR"] = ["America/Puerto_Rico"], ["VI"] = ["America/St_Thomas"],
            ["GU"] = ["Pacific/Guam"], ["MP"] = ["Pacific/Saipan"], ["AS"] = ["Pacific/Pago_Pago"],
        };
        Add("CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV", Eastern);
        Add("FL IN KY MI", Eastern, Central);
        Add("TN", Central, Eastern);
        Add("AL AR IA IL LA MN MO MS OK WI", Central);
        Add("KS ND NE SD TX", Central, Mountain);
        Add("CO MT NM UT WY", Mountain);
        Add("ID", Mountain, Pacific);
        Add("AZ", Arizona, Mountain);
        Add("CA NV WA", Pacific);
        Add("OR", Pacific, Mountain);
        return table;

        void Add(string states, params ImmutableArray<string> zones)
        {
            foreach (var state in states.Split(' ')) table.Add(state, zones);
        }
    }
}
