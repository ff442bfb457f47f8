using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Locating;

namespace AesthetixWorkflows.Runtime.Tests.Locating;

public sealed class WhereaboutsTests
{
    static readonly Practice NewYork = new() { Name = "Lumina", TimeZone = "America/New_York" };
    static readonly DateTimeOffset Summer = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero), Winter = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    static readonly Contact Nobody = new();

    [Fact]
    public void A_time_zone_of_its_own_is_alone_whatever_number_and_address_say() =>
        Is(ZoneSource.Contact, "Europe/Rome", Nobody with { TimeZone = "Europe/Rome", PostalCode = "90210", Phone = "+13105550100" });

    [Fact]
    public void A_time_zone_that_nobody_knows_is_none() => Is(ZoneSource.Phone, "America/Los_Angeles America/New_York", Nobody with { TimeZone = "Pacific", Phone = "+13105550100" });

    [Theory]
    [InlineData("90210", null, "America/Los_Angeles")]
    [InlineData(" 90210-1234 ", "CA", "America/Los_Angeles")]
    [InlineData(null, "California", "America/Los_Angeles")]
    [InlineData("02115", null, "America/New_York")]
    [InlineData("96813", null, "Pacific/Honolulu")]
    [InlineData("96799", null, "Pacific/Pago_Pago")]
    [InlineData("99501", "AK", "America/Anchorage")]
    [InlineData("99546", "AK", "America/Adak")]
    [InlineData("00901", "PR", "America/Puerto_Rico")]
    [InlineData(null, "Guam", "Pacific/Guam")]
    public void An_address_in_the_USA_tells_the_zone_and_the_phone_is_not_asked(string? zip, string? state, string zone) =>
        Is(ZoneSource.Address, zone, Nobody with { PostalCode = zip, State = state, Phone = "+13055550100" });

    [Theory]
    [InlineData("FL", null, "America/New_York America/Chicago")]
    [InlineData("FL", "33101", "America/New_York")]
    [InlineData("FL", "32501", "America/Chicago")]
    [InlineData("FL", "32456", "America/New_York America/Chicago")]
    [InlineData("TN", null, "America/Chicago America/New_York")]
    [InlineData("TX", "79901", "America/Denver")]
    [InlineData("TX", "75001", "America/Chicago")]
    [InlineData("ID", "83814", "America/Los_Angeles")]
    [InlineData("IN", "46402", "America/Chicago")]
    [InlineData("KY", "40202", "America/New_York")]
    [InlineData("KY", "42101", "America/Chicago")]
    [InlineData("NV", "89883", "America/Denver")]
    [InlineData("NY", "90210", "America/Los_Angeles America/New_York")]
    public void A_split_state_has_several_zones_unless_the_ZIP_code_is_wholly_in_one(string state, string? zip, string zones) =>
        Is(ZoneSource.Address, zones, Nobody with { State = state, PostalCode = zip });

    [Fact]
    public void Zones_that_show_the_same_time_now_are_one()
    {
        var arizona = Nobody with { State = "AZ" };
        Assert.Equal("America/Phoenix America/Denver", Said(Whereabouts.Of(arizona, NewYork, Summer)).Zones);
        Assert.Equal("America/Phoenix", Said(Whereabouts.Of(arizona, NewYork, Winter)).Zones);
        Assert.Equal("America/Los_Angeles", Said(Whereabouts.Of(Nobody with { Phone = "+13105550100" }, NewYork with { TimeZone = "America/Tijuana" }, Summer)).Zones);
    }

    [Theory]
    [InlineData("+12125550100", "America/New_York")]
    [InlineData("+13105550100", "America/Los_Angeles America/New_York")]
    [InlineData("+12085550100", "America/Boise America/Los_Angeles America/New_York")]
    [InlineData("+447911123456", "Europe/London America/New_York")]
    [InlineData("+442071234567", "Europe/London America/New_York")]
    [InlineData("+4915112345678", "Europe/Berlin America/New_York")]
    public void A_phone_number_is_from_somewhere_and_the_practice_counts_besides(string phone, string zones) => Is(ZoneSource.Phone, zones, Nobody with { Phone = phone });

    [Theory]
    [InlineData(null)]
    [InlineData("+18005550100")]
    [InlineData("+18885550100")]
    [InlineData("+15005550006")]
    [InlineData("+15555550100")]
    [InlineData("+19005550100")]
    [InlineData("+80012345678")]
    [InlineData("+882161234567")]
    [InlineData("+1")]
    [InlineData("12")]
    public void A_number_of_no_place_tells_nothing(string? phone) => Is(ZoneSource.Practice, "America/New_York", Nobody with { Phone = phone });

    [Fact]
    public void Where_only_the_country_is_known_the_practice_in_it_decides()
    {
        var (mobile, sydney) = (Nobody with { Phone = "+61412345678" }, NewYork with { TimeZone = "Australia/Sydney" });
        Assert.Equal((ZoneSource.Practice, "Australia/Sydney"), Said(Whereabouts.Of(mobile, sydney, Summer)));
        Assert.Contains("Australia/Perth", Whereabouts.Of(mobile, NewYork, Summer).Zones);
    }

    [Theory]
    [InlineData("Germany", "10115", "+12125550100", "America/New_York", "America/New_York")]
    [InlineData(null, "10115", "+493012345678", "America/New_York", "Europe/Berlin America/New_York")]
    [InlineData(null, "10115", null, "Europe/Berlin", "Europe/Berlin")]
    [InlineData(null, "10115", null, "US/Pacific", "America/New_York")]
    [InlineData("usa", "10115", "+493012345678", "Europe/Berlin", "America/New_York")]
    [InlineData(null, "1011", null, "US/Pacific", "US/Pacific")]
    [InlineData(null, "09012", null, "US/Pacific", "US/Pacific")]
    [InlineData(null, "WA", null, "Australia/Perth", "Australia/Perth")]
    public void An_address_counts_in_the_USA_and_one_without_country_at_home(string? country, string zip, string? phone, string practice, string zones) =>
        Assert.Equal(zones, Said(Whereabouts.Of(Nobody with { Country = country, PostalCode = zip == "WA" ? null : zip, State = zip == "WA" ? "WA" : null, Phone = phone }, NewYork with { TimeZone = practice }, Summer)).Zones);

    [Theory]
    [InlineData("fl", "90210", "FL")]
    [InlineData(null, "33101", "FL")]
    [InlineData("Freedonia", "33101-1000", "FL")]
    [InlineData(null, null, null)]
    public void The_state_is_the_written_one_or_that_of_the_ZIP_code(string? state, string? zip, string? code) =>
        Assert.Equal(code, Whereabouts.Of(Nobody with { State = state, PostalCode = zip, TimeZone = "America/New_York" }, NewYork, Summer).State);

    [Theory]
    [InlineData("Europe/Rome", "Europe/Rome")]
    [InlineData("Pacific", "America/New_York")]
    [InlineData(null, "America/New_York")]
    public void Days_and_times_are_told_by_the_contacts_own_zone_and_never_by_a_guess(string? zone, string clock) =>
        Assert.Equal(clock, ContactClock.Of(Nobody with { TimeZone = zone, PostalCode = "90210", Phone = "+13105550100" }, NewYork));

    static void Is(ZoneSource from, string zones, Contact contact) => Assert.Equal((from, zones), Said(Whereabouts.Of(contact, NewYork, Summer)));

    static (ZoneSource From, string Zones) Said(Whereabouts where) => (where.From, string.Join(' ', where.Zones));
}
