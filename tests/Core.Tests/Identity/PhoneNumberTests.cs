using AesthetixWorkflows.Core.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Core.Tests.Identity;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("(201) 555-0123")]
    [InlineData("201.555.0123")]
    [InlineData("1-201-555-0123")]
    [InlineData("+1 201 555 0123")]
    [InlineData("tel:+1-201-555-0123")]
    [InlineData("0012015550123")]
    [InlineData("201-555-0123 x45")]
    [InlineData("201-555-0123 ext. 45")]
    [InlineData("\u202A+1 201\u00A0555\u20110123\u202C")]
    [InlineData("２０１５５５０１２３")]
    public void One_US_number_written_in_many_ways_is_one_number(string written) =>
        Assert.Equal("+12015550123", PhoneNumber.Normalize(written));

    [Theory]
    [InlineData("020 7946 0018", "GB", "+442079460018")]
    [InlineData("+44 (0)20 7946 0018", "US", "+442079460018")]
    [InlineData("447700900123", "GB", "+447700900123")]
    [InlineData("0491 570 006", "AU", "+61491570006")]
    [InlineData("0011 44 20 7946 0018", "AU", "+442079460018")]
    [InlineData("01 42 68 53 00", "FR", "+33142685300")]
    [InlineData("06 698 83462", "IT", "+390669883462")]
    [InlineData("612 34 56 78", "ES", "+34612345678")]
    [InlineData("087 123 4567", "IE", "+353871234567")]
    [InlineData("021 123 4567", "NZ", "+64211234567")]
    [InlineData("030 901820", "DE", "+4930901820")]
    [InlineData("416 555 0123", "CA", "+14165550123")]
    [InlineData("011 44 20 7946 0018", "US", "+442079460018")]
    [InlineData("+972 50 123 4567", "US", "+972501234567")]
    [InlineData("+1 201 555 0123", "XX", "+12015550123")]
    public void A_number_is_read_as_its_region_writes_it(string written, string region, string stored) =>
        Assert.Equal(stored, PhoneNumber.Normalize(written, region));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("555-0123")]
    [InlineData("1-800-FLOWERS")]
    [InlineData("123 456 7890")]
    [InlineData("201 155 0123")]
    [InlineData("+1 201 555 01234")]
    [InlineData("+0123456789")]
    [InlineData("+1234567890123456")]
    [InlineData("201+5550123")]
    [InlineData("ann@example.com")]
    public void What_is_not_a_number_is_null(string? written) => Assert.Null(PhoneNumber.Normalize(written));

    [Fact]
    public void A_home_number_of_an_unlisted_region_is_null() => Assert.Null(PhoneNumber.Normalize("2015550123", "XX"));

    [Fact]
    public void Any_text_is_read_without_throwing_and_the_stored_form_stays_as_it_is() =>
        Prop.ForAll<string>(text => PhoneNumber.Normalize(text) is not { } stored || PhoneNumber.Normalize(stored) == stored)
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Digits_of_any_length_are_read_without_throwing_in_every_region()
    {
        foreach (var region in NumberingPlan.ByRegion.Keys)
            for (var length = 1; length < 20; length++)
                foreach (var digit in "0127")
                    if (PhoneNumber.Normalize(new string(digit, length), region) is { } stored)
                        Assert.Equal(stored, PhoneNumber.Normalize(stored, region));
    }
}
