using System.Collections.Concurrent;
using System.Collections.Immutable;
using PhoneNumbers;

namespace AesthetixWorkflows.Runtime.Locating;

/// <summary>What a phone number says about the clock of who carries it.</summary>
/// <param name="Zones">Empty: nothing, as with toll-free numbers.</param>
/// <param name="IsPlace">False: the number tells the country only, as mobile numbers do outside North America.</param>
readonly record struct PhoneZones(ImmutableArray<string> Zones, bool IsPlace)
{
    static readonly PhoneZones Nothing = new([], false);
    const string Unknown = "Etc/Unknown";
    const int MostKept = 20_000;

    static readonly ConcurrentDictionary<string, PhoneZones> Kept = new(StringComparer.Ordinal);

    /// <param name="phone">E.164.</param>
    public static PhoneZones Of(string? phone)
    {
        if (phone is null) return Nothing;
        // In North America area code and exchange say all there is to say.
        var key = phone.AsSpan(0, phone.StartsWith("+1", StringComparison.Ordinal) ? Math.Min(phone.Length, 8) : phone.Length);
        if (Kept.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known)) return known;
        if (Kept.Count >= MostKept) Kept.Clear();
        return Kept[key.ToString()] = Read(phone);
    }

    static PhoneZones Read(string phone)
    {
        // Both load what they know when they are first asked: see docs/decisions/0016 for what that costs.
        var (numbers, mapper) = (PhoneNumberUtil.GetInstance(), PhoneNumberToTimeZonesMapper.GetInstance());
        PhoneNumber number;
        try
        {
            number = numbers.Parse(phone, null);
        }
        catch (NumberParseException)
        {
            return Nothing;
        }
        var type = numbers.GetNumberType(number);
        if (type is PhoneNumberType.TOLL_FREE or PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST or PhoneNumberType.PERSONAL_NUMBER or PhoneNumberType.UAN or PhoneNumberType.VOICEMAIL) return Nothing;
        var country = mapper.GetTimeZonesForGeographicalNumber(new PhoneNumber.Builder().SetCountryCode(number.CountryCode).SetNationalNumber(0).Build());
        // A number of a kind that the library does not know yet still has its prefix.
        var zones = type is PhoneNumberType.UNKNOWN || numbers.IsNumberGeographical(number) ? mapper.GetTimeZonesForGeographicalNumber(number) : country;
        var place = !zones.SequenceEqual(country);
        // +1 is half the world.
        if (zones.Contains(Unknown) || !place && number.CountryCode == 1) return Nothing;
        return new([.. zones.Where(Core.Calendars.Zones.IsKnown)], place);
    }
}
