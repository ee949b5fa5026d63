using System.Net;
using Moderation.Web.Media;

namespace Moderation.Web.Tests.Media;

public sealed class MediaTargetsTests
{
    [Theory]
    [InlineData("https://cdn.example/a.jpg", true)]
    [InlineData("https://CDN.example/a.jpg", true)]
    [InlineData("https://a.b.pictures.example/a.jpg", true)]
    [InlineData("https://big.example:8443/a.jpg", true)]
    [InlineData("http://cdn.example/a.jpg", false)]
    [InlineData("https://cdn.example:8443/a.jpg", false)]
    [InlineData("https://big.example/a.jpg", false)]
    [InlineData("https://pictures.example/a.jpg", false)]
    [InlineData("https://evilpictures.example/a.jpg", false)]
    [InlineData("https://cdn.example.evil.example/a.jpg", false)]
    [InlineData("https://cdn.example@evil.example/a.jpg", false)]
    [InlineData("https://user:word@cdn.example/a.jpg", false)]
    [InlineData("https://cdn.example./a.jpg", false)]
    [InlineData("ftp://cdn.example/a.jpg", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("data:image/png;base64,AAAA", false)]
    public void Only_allowed_hosts_are_asked_and_only_encrypted(string url, bool allowed) =>
        Assert.Equal(allowed, Targets().Allow(new(url)));

    [Theory]
    [InlineData("http://127.0.0.1:5000/a.jpg")]
    [InlineData("http://localhost/a.jpg")]
    public void This_machine_only_where_one_develops_and_it_is_named(string url)
    {
        var settings = new MediaSettings { AllowedHosts = ["127.0.0.1:5000", "localhost"] };
        Assert.False(new MediaTargets(settings).Allow(new(url)));
        settings.AllowsLoopback = true;
        Assert.True(new MediaTargets(settings).Allow(new(url)));
        Assert.False(new MediaTargets(settings).Allow(new("http://127.0.0.1:5001/a.jpg")));
        Assert.False(new MediaTargets(new() { AllowsLoopback = true }).Allow(new(url)));
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::127.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fe80::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void Nothing_inside_is_connected_to(string address) => Assert.Empty(Targets().Reachable([IPAddress.Parse(address)]));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("2606:2800:220:1::1")]
    public void What_is_outside_is(string address) =>
        Assert.Equal([IPAddress.Parse(address)], Targets().Reachable([IPAddress.Parse("10.0.0.1"), IPAddress.Parse(address)]));

    private static MediaTargets Targets() => new(new() { AllowedHosts = ["cdn.example", "*.pictures.example", "big.example:8443"] });
}
