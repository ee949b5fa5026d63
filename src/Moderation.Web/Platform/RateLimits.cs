using System.Globalization;
using System.Threading.RateLimiting;
using Moderation.Pipeline;

namespace Moderation.Web.Platform;

/// <summary>How much one key may ask: <c>Api:RequestsPerMinute</c>.</summary>
internal static class RateLimits
{
    private const int RequestsPerMinute = 60_000;

    public static void AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRateLimiter(options =>
        {
            options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, Guid>(http => http.Features.Get<Actor.Client>() is { } client
                ? RateLimitPartition.GetFixedWindowLimiter(client.Key.Value, _ => Limit(configuration))
                : RateLimitPartition.GetNoLimiter(Guid.Empty));
            options.OnRejected = async (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
                context.HttpContext.Response.Headers.RetryAfter =
                    Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
                await Problems.OfStatus(StatusCodes.Status429TooManyRequests).ExecuteAsync(context.HttpContext);
            };
        });
    }

    private static FixedWindowRateLimiterOptions Limit(IConfiguration configuration) => new()
    {
        Window = TimeSpan.FromMinutes(1),
        PermitLimit = Math.Max(1, configuration.GetValue("Api:RequestsPerMinute", RequestsPerMinute)),
    };
}
