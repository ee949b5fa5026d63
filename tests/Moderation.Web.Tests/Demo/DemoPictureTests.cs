using System.Net;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Moderation.Web.Demo;

namespace Moderation.Web.Tests.Demo;

public sealed class DemoPictureTests
{
    private static readonly string[] MediaIds =
        [.. DemoNetwork.Items.Where(item => item.MediaId is not null).Select(item => item.MediaId!)];

    [Fact]
    public void Every_picture_is_a_sound_drawing_that_fetches_and_runs_nothing() => Assert.All(MediaIds, id =>
    {
        var drawing = XElement.Parse(DemoPictures.Svg(id)!);

        Assert.Equal("svg", drawing.Name.LocalName);
        Assert.DoesNotContain(drawing.DescendantsAndSelf(), x =>
            x.Name.LocalName is "script" or "image" or "use" or "foreignObject");
        Assert.DoesNotContain(drawing.DescendantsAndSelf().Attributes(), x =>
            x.Name.LocalName is "href" || x.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase));
    });

    [Fact]
    public void Every_post_reel_and_story_has_a_picture() =>
        Assert.All(DemoNetwork.Items.Where(item => item.Kind is not "comment"), item => Assert.NotNull(item.MediaId));

    [Fact]
    public void A_picture_is_drawn_the_same_each_time() =>
        Assert.All(MediaIds.Take(40), id => Assert.Equal(DemoPictures.Svg(id), DemoPictures.Svg(id)));

    [Fact]
    public void Hardly_two_pictures_are_alike() =>
        Assert.True(MediaIds.Select(DemoPictures.Svg).Distinct().Count() > MediaIds.Length * 0.9);

    [Fact]
    public void An_unknown_picture_is_none() => Assert.Null(DemoPictures.Svg("media-post-9999"));

    [Fact]
    public async Task A_picture_is_served_as_one_that_can_do_nothing()
    {
        await using var host = await Serve();
        var response = await host.GetTestClient().GetAsync($"/demo/media/{MediaIds[0]}.svg");

        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task An_unknown_picture_is_not_found()
    {
        await using var host = await Serve();
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetTestClient().GetAsync("/demo/media/none.svg")).StatusCode);
    }

    private static async Task<WebApplication> Serve()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.MapDemoPictures();
        await app.StartAsync();
        return app;
    }
}
