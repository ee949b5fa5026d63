using System.Net;
using System.Security.Claims;
using Moderation.Pipeline;
using Moderation.Transparency;
using Moderation.Web.Demo;
using Moderation.Web.Platform;
using Moderation.Web.SignIn;

namespace Moderation.Web.Media;

/// <summary>
/// What staff see of media comes through here: the host platform's servers never learn who looks, and a browser of ours never asks an
/// address that a member wrote.
/// </summary>
internal static class MediaEndpoint
{
    public const string Root = "/media";

    private const string DemoPictures = "/demo/media/";

    /// <summary>Where a picture, video or sound of a revision is shown to staff.</summary>
    /// <param name="index">Its place among the media of the revision, from 0.</param>
    public static string Address(ContentId content, int revision, int index) => $"{Root}/{Uri.EscapeDataString(content.Value)}/{revision}/{index}";

    public static void AddMedia(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection(MediaSettings.Section).Get<MediaSettings>() ?? new();
        settings.AllowsLoopback = builder.Environment.IsDevelopment();
        builder.Services.AddSingleton(settings).AddSingleton<Resolve>((host, ct) => Dns.GetHostAddressesAsync(host, ct));
        builder.Services.AddSingleton<MediaFetch>().AddSingleton<MediaPassing>();
    }

    /// <summary>A way of its own through the host, so that ids may hold any character and every refusal is a problem with a code.</summary>
    public static void UseMedia(this WebApplication app) => app.MapWhen(
        http => http.Request.Path.StartsWithSegments(Root),
        media =>
        {
            media.UseMiddleware<Faults>();
            media.UseMiddleware<ExactPaths>();
            media.UseRouting();
            media.UseAuthentication();
            media.UseEndpoints(routes => routes.MapGet($"{Root}/{{content}}/{{revision:int}}/{{index:int}}", Show).ExcludeFromDescription());
        });

    private static async Task Show(
        PathId content, int revision, int index, ClaimsPrincipal visitor, IUseCases useCases, MediaPassing passing, IHostEnvironment environment, HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "no-referrer";

        var refusal = visitor.ToActor() is var actor && actor == Actor.Anonymous
            ? PipelineErrors.NotSignedIn
            : await (await useCases.Run(actor, new MediaOf(new(content.Value), revision, index), ct: http.RequestAborted)).Match(
                media => Pass(media, passing, environment, http), refused => Task.FromResult<Error?>(refused));
        if (refusal is null)
            return;

        headers.CacheControl = "no-store";
        await refusal.ToProblem().ExecuteAsync(http);
    }

    private static async Task<Error?> Pass(MediaOf.Answer media, MediaPassing passing, IHostEnvironment environment, HttpContext http)
    {
        if (media.Url is not { Length: > 0 } url)
            return MediaErrors.NoAddress;
        // Our own paintings of the demo network lie in this very program.
        if (!environment.IsDevelopment() || !url.StartsWith(DemoPictures, StringComparison.Ordinal))
            return await passing.Pass(url, media.IsSealed, http);
        if (Demo.DemoPictures.Svg(Path.GetFileNameWithoutExtension(url)) is not { } svg)
            return MediaErrors.NotThere;

        http.Response.Headers.CacheControl = media.IsSealed ? "no-store" : "private, max-age=300";
        http.Response.ContentType = "image/svg+xml";
        await http.Response.WriteAsync(svg);
        return null;
    }
}
