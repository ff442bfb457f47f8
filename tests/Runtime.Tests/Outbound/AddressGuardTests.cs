using System.Net;
using AesthetixWorkflows.Runtime.Outbound;
using FsCheck;
using FsCheck.Fluent;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

public sealed class AddressGuardTests
{
    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.255.255.254", "loopback")]
    [InlineData("::1", "loopback")]
    [InlineData("0.0.0.0", "unspecified")]
    [InlineData("::", "unspecified")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("172.16.0.1", "private")]
    [InlineData("172.31.255.255", "private")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("100.64.0.1", "carrier-grade NAT")]
    [InlineData("100.127.255.255", "carrier-grade NAT")]
    [InlineData("169.254.1.1", "link-local")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("fe80::1%3", "link-local")]
    [InlineData("169.254.169.254", "metadata service")]
    [InlineData("168.63.129.16", "metadata service")]
    [InlineData("fd00:ec2::254", "metadata service")]
    [InlineData("fd12:3456::1", "private")]
    [InlineData("fc00::1", "private")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("255.255.255.255", "reserved")]
    [InlineData("240.0.0.1", "reserved")]
    [InlineData("192.0.2.1", "documentation")]
    [InlineData("198.51.100.1", "documentation")]
    [InlineData("203.0.113.1", "documentation")]
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("3fff::1", "documentation")]
    [InlineData("198.19.0.1", "benchmark")]
    [InlineData("192.0.0.8", "protocol assignment")]
    [InlineData("2001::1", "protocol assignment")]
    [InlineData("2001:2::1", "protocol assignment")]
    [InlineData("::ffff:127.0.0.1", "loopback")]
    [InlineData("::ffff:169.254.169.254", "metadata service")]
    [InlineData("::ffff:10.0.0.1", "private")]
    [InlineData("::127.0.0.1", "reserved")]
    [InlineData("2002:7f00:1::1", "6to4")]
    [InlineData("64:ff9b::a9fe:a9fe", "metadata service")]
    [InlineData("64:ff9b::10.0.0.1", "private")]
    [InlineData("64:ff9b:1::1", "reserved")]
    [InlineData("fec0::1", "reserved")]
    [InlineData("4000::1", "reserved")]
    public void C17_What_is_not_public_is_refused_with_its_kind(string address, string kind) =>
        Assert.Equal(kind, AddressGuard.Why(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("198.17.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("2606:4700::1111")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::8.8.8.8")]
    public void A_public_address_passes(string address) => Assert.Null(AddressGuard.Why(IPAddress.Parse(address)));

    [Fact]
    public void An_IPv4_address_is_judged_alike_however_it_is_dressed() => Prop.ForAll<byte[]>(bytes =>
    {
        var four = new IPAddress(Enumerable.Range(0, 4).Select(i => i < bytes.Length ? bytes[i] : (byte)0).ToArray());
        var nat64 = IPAddress.Parse($"64:ff9b::{four}");
        return AddressGuard.Why(four) == AddressGuard.Why(four.MapToIPv6()) && AddressGuard.Why(four) == AddressGuard.Why(nat64);
    }).QuickCheckThrowOnFailure();
}
