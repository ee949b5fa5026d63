using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Moderation.Guidelines;
using Moderation.Pipeline;
using Moderation.Review;
using Moderation.Web.Components;

namespace Moderation.Web.Review;

/// <summary>A part of the queue as an address, so that it can be linked, kept and loaded again. What is no such part asks nothing.</summary>
internal static class QueueAddress
{
    private const string Time = "yyyy-MM-dd'T'HH:mm";

    public static string Of(QueueFilter filter)
    {
        var parts = new Dictionary<string, string?>
        {
            ["queue"] = filter.Queue,
            ["language"] = filter.Language,
            ["rule"] = filter.Guideline,
            ["severity"] = filter.Severity?.ToString(),
            ["source"] = filter.Source?.ToString(),
            ["kind"] = filter.Kind?.ToString(),
            ["from"] = Said(filter.OpenedFrom),
            ["until"] = Said(filter.OpenedUntil),
            ["state"] = filter.State?.ToString(),
            ["due"] = filter.DueWithinHours?.ToString(CultureInfo.InvariantCulture),
        };
        return QueryHelpers.AddQueryString(Places.Queue, parts.Where(x => x.Value is not null));
    }

    public static QueueFilter Read(string address)
    {
        var asked = QueryHelpers.ParseQuery(new Uri(address, UriKind.Absolute).Query);
        return new(
            Text("queue"), Text("language"), Text("rule"), Word<Severity>("severity"), Word<CaseSource>("source"), Word<RoutedKind>("kind"),
            Instant(Text("from")), Instant(Text("until")), Word<WaitingState>("state"),
            int.TryParse(Text("due"), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours <= 8760 ? hours : null);

        string? Text(string name) => asked.GetValueOrDefault(name).ToString() is { Length: > 0 and <= 100 } text ? text : null;

        T? Word<T>(string name) where T : struct, Enum =>
            Enum.TryParse<T>(Text(name), ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;
    }

    /// <summary>As a field of a form says it, in UTC.</summary>
    public static string? Said(DateTimeOffset? at) => at?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture);

    public static DateTimeOffset? Instant(string? said) =>
        DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at : null;
}
