using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace AesthetixWorkflows.Runtime.Outbound;

/// <summary>Tells the public internet from everything a workflow must not reach from inside our network (SSRF).</summary>
/// <remarks>Sources: IANA special-purpose address registries for IPv4 and IPv6; metadata services of AWS, Azure and GCP.
/// For IPv6 only what IANA has given out (2000::/3) counts as public, so that what is reserved later is refused already.</remarks>
public static class AddressGuard
{
    static readonly ImmutableArray<(IPNetwork Block, string Kind)> Reserved4 =
    [
        (IPNetwork.Parse("0.0.0.0/8"), "unspecified"),
        (IPNetwork.Parse("10.0.0.0/8"), "private"),
        (IPNetwork.Parse("100.64.0.0/10"), "carrier-grade NAT"),
        (IPNetwork.Parse("127.0.0.0/8"), "loopback"),
        (IPNetwork.Parse("169.254.0.0/16"), "link-local"),
        (IPNetwork.Parse("172.16.0.0/12"), "private"),
        (IPNetwork.Parse("192.0.0.0/24"), "protocol assignment"),
        (IPNetwork.Parse("192.0.2.0/24"), "documentation"),
        (IPNetwork.Parse("192.88.99.0/24"), "6to4 relay"),
        (IPNetwork.Parse("192.168.0.0/16"), "private"),
        (IPNetwork.Parse("198.18.0.0/15"), "benchmark"),
        (IPNetwork.Parse("198.51.100.0/24"), "documentation"),
        (IPNetwork.Parse("203.0.113.0/24"), "documentation"),
        (IPNetwork.Parse("224.0.0.0/4"), "multicast"),
        (IPNetwork.Parse("240.0.0.0/4"), "reserved"),
    ];

    static readonly ImmutableArray<(IPNetwork Block, string Kind)> Reserved6 =
    [
        (IPNetwork.Parse("::1/128"), "loopback"),
        (IPNetwork.Parse("::/128"), "unspecified"),
        (IPNetwork.Parse("fc00::/7"), "private"),
        (IPNetwork.Parse("fe80::/10"), "link-local"),
        (IPNetwork.Parse("ff00::/8"), "multicast"),
        // Teredo, benchmark, ORCHID and what else the IETF keeps; 6to4 carries an IPv4 address to who knows where.
        (IPNetwork.Parse("2001::/23"), "protocol assignment"),
        (IPNetwork.Parse("2001:db8::/32"), "documentation"),
        (IPNetwork.Parse("2002::/16"), "6to4"),
        (IPNetwork.Parse("3fff::/20"), "documentation"),
    ];

    static readonly ImmutableArray<IPAddress> MetadataServices =
    [
        IPAddress.Parse("169.254.169.254"), IPAddress.Parse("169.254.170.2"), IPAddress.Parse("168.63.129.16"),
        IPAddress.Parse("100.100.100.200"), IPAddress.Parse("fd00:ec2::254"),
    ];

    static readonly IPNetwork Public6 = IPNetwork.Parse("2000::/3"), Nat64 = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>The kind of address when it is not public ("loopback", "private" …); null when it is public.</summary>
    public static string? Why(IPAddress address)
    {
        var plain = Plain(address);
        if (IsNeverAllowed(plain)) return MetadataServices.Contains(plain) ? "metadata service" : "link-local";
        foreach (var (block, kind) in plain.AddressFamily == AddressFamily.InterNetwork ? Reserved4 : Reserved6)
            if (block.Contains(plain)) return kind;
        return plain.AddressFamily == AddressFamily.InterNetwork || Public6.Contains(plain) ? null : "reserved";
    }

    /// <summary>True for cloud metadata and link-local addresses: no practice may open these, for they hand out the
    /// host's own credentials.</summary>
    public static bool IsNeverAllowed(IPAddress address)
    {
        var plain = Plain(address);
        return MetadataServices.Contains(plain) || plain.IsIPv6LinkLocal
            || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..]);
    }

    // An IPv4 address in IPv6 clothes is judged as the IPv4 address that packets end up at.
    static IPAddress Plain(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address;
        var bytes = address.GetAddressBytes();
        // Without its scope (fe80::1%eth0), which would keep it from being equal to anything.
        var bare = new IPAddress(bytes);
        return Nat64.Contains(bare) ? new IPAddress(bytes.AsSpan(12)) : bare;
    }
}
