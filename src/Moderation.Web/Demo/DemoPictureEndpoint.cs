using Microsoft.AspNetCore.Http.HttpResults;

namespace Moderation.Web.Demo;

internal static class DemoPictureEndpoint
{
    public static void MapDemoPictures(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/demo/media/{id}.svg", Picture).ExcludeFromDescription();

    private static Results<ContentHttpResult, NotFound> Picture(string id, HttpResponse response)
    {
        if (DemoPictures.Svg(id) is not { } svg)
            return TypedResults.NotFound();

        // Opened by itself an SVG is a document: it may style itself and nothing more.
        response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Text(svg, "image/svg+xml");
    }
}
