using System.Collections.Frozen;

namespace AesthetixWorkflows.Core.Identity;

/// <summary>The states of the USA by their two letters, with the district and the territories that have the law of a state.</summary>
public static class UsStates
{
    static readonly FrozenDictionary<string, string> names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Alabama"] = "AL", ["Alaska"] = "AK", ["Arizona"] = "AZ", ["Arkansas"] = "AR", ["California"] = "CA", ["Colorado"] = "CO", ["Connecticut"] = "CT",
        ["Delaware"] = "DE", ["District of Columbia"] = "DC", ["Florida"] = "FL", ["Georgia"] = "GA", ["Hawaii"] = "HI", ["Idaho"] = "ID", ["Illinois"] = "IL",
        ["Indiana"] = "IN", ["Iowa"] = "IA", ["Kansas"] = "KS", ["Kentucky"] = "KY", ["Louisiana"] = "LA", ["Maine"] = "ME", ["Maryland"] = "MD",
        ["Massachusetts"] = "MA", ["Michigan"] = "MI", ["Minnesota"] = "MN", ["Mississippi"] = "MS", ["Missouri"] = "MO", ["Montana"] = "MT", ["Nebraska"] = "NE",
        ["Nevada"] = "NV", ["New Hampshire"] = "NH", ["New Jersey"] = "NJ", ["New Mexico"] = "NM", ["New York"] = "NY", ["North Carolina"] = "NC",
        ["North Dakota"] = "ND", ["Ohio"] = "OH", ["Oklahoma"] = "OK", ["Oregon"] = "OR", ["Pennsylvania"] = "PA", ["Puerto Rico"] = "PR", ["Rhode Island"] = "RI",
        ["South Carolina"] = "SC", ["South Dakota"] = "SD", ["Tennessee"] = "TN", ["Texas"] = "TX", ["Utah"] = "UT", ["Vermont"] = "VT", ["Virginia"] = "VA",
        ["Washington"] = "WA", ["West Virginia"] = "WV", ["Wisconsin"] = "WI", ["Wyoming"] = "WY",
        ["American Samoa"] = "AS", ["Guam"] = "GU", ["Northern Mariana Islands"] = "MP", ["Virgin Islands"] = "VI", ["US Virgin Islands"] = "VI",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    static readonly FrozenSet<string> codes = names.Values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The two letters of what somebody wrote: <c>fl</c>, <c>Florida</c>. Null: no state.</summary>
    public static string? Code(string? text) =>
        text?.Trim() is not { } state ? null : codes.Contains(state) ? state.ToUpperInvariant() : names.GetValueOrDefault(state);
}
