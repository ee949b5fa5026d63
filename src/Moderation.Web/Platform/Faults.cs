using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Moderation.Web.Platform;

/// <summary>The outermost step: whatever goes wrong becomes a problem with a code, and nothing of its inside gets out.</summary>
internal sealed partial class Faults(RequestDelegate next, ILogger<Faults> log)
{
    private const int ClientClosedRequest = 499;
    private const int MaxPathLength = 200;

    public async Task Invoke(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException unreadable) when (!http.Response.HasStarted)
        {
            await Answer(http, Explain(unreadable));
            return;
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Response.StatusCode = ClientClosedRequest;
            return;
        }
        catch (Exception failure) when (!http.Response.HasStarted)
        {
            var reference = Guid.CreateVersion7().ToString("N")[^12..];
            Failed(log, reference, failure);
            await Answer(http, Failure(reference));
            return;
        }

        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            await Answer(http, Problems.OfStatus(http.Response.StatusCode));
    }

    // Headers that were set stay: which methods an address takes, and when to come again.
    private static Task Answer(HttpContext http, ProblemHttpResult problem) => problem.ExecuteAsync(http);

    private static ProblemHttpResult Failure(string reference)
    {
        var problem = Problems.Problem(
            StatusCodes.Status500InternalServerError, "server.error", $"Something went wrong here. Its reference is {reference}.");
        problem.ProblemDetails.Extensions["reference"] = reference;
        return problem;
    }

    private static ProblemHttpResult Explain(BadHttpRequestException unreadable) => unreadable switch
    {
        { StatusCode: not StatusCodes.Status400BadRequest } => Problems.OfStatus(unreadable.StatusCode),
        { InnerException: JsonException json } => Malformed(json),
        _ when Parameter().Match(unreadable.Message) is { Success: true, Groups: [_, { Value: var name }] } => Problems.Problem(
            unreadable.StatusCode, "request.invalid", $"The value of '{name}' in the address cannot be read.",
            fields: new Dictionary<string, string[]> { [name] = ["This value cannot be read."] }),
        _ => Problems.Problem(unreadable.StatusCode, "request.malformed", "This request cannot be read, or its body is missing."),
    };

    // What the reader says itself names our types; where it stopped is all a caller needs.
    private static ProblemHttpResult Malformed(JsonException json)
    {
        var path = json.Path is { Length: <= MaxPathLength } known ? known : "$";
        var field = path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path;
        var missing = json.Message.Contains("missing required", StringComparison.Ordinal)
            ? Quoted().Matches(json.Message[json.Message.IndexOf(':', StringComparison.Ordinal)..]).Select(x => x.Groups[1].Value).ToArray()
            : [];
        return missing.Length > 0
            ? Problems.Problem(
                StatusCodes.Status400BadRequest, "request.malformed", $"At {path} of the body is missing: {string.Join(", ", missing)}.",
                fields: missing.ToDictionary(x => path == "$" ? x : $"{field}.{x}", string[] (_) => ["This is missing."]))
            : Problems.Problem(
                StatusCodes.Status400BadRequest, "request.malformed", $"The body cannot be read at {path}, line {(json.LineNumber ?? 0) + 1}.",
                fields: new Dictionary<string, string[]> { [field] = ["This cannot be read."] });
    }

    [GeneratedRegex("parameter \"[^\" ]+ ([A-Za-z]+)\"")]
    private static partial Regex Parameter();

    [GeneratedRegex("'([A-Za-z]+)'")]
    private static partial Regex Quoted();

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed ({Reference}).")]
    private static partial void Failed(ILogger log, string reference, Exception failure);
}
