using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Moderation.Pipeline;
using Moderation.Ranking;

namespace Moderation.Web.Platform;

/// <summary>How the contract describes itself at /openapi/v1.json.</summary>
internal static class Description
{
    private const string Scheme = "apiKey";

    public static void AddDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = x => $"/{x.RelativePath}".StartsWith(Api.Root, StringComparison.Ordinal);
        options.CreateSchemaReferenceId = NameOf;
        options.AddSchemaTransformer((schema, context, _) => Task.FromResult(DescribeWords(schema, context.JsonTypeInfo.Type)));
        options.AddDocumentTransformer((document, _, _) => Task.FromResult(DescribeKeys(document)));
        options.AddOperationTransformer((operation, context, _) => Task.FromResult(DescribeRefusals(operation, context)));
    });

    // Every use case calls its answer 'Answer'.
    private static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not { } name ? null
        : type.Type is { IsNested: true, DeclaringType: { } owner } ? owner.Name + type.Type.Name
        : name;

    // Whoever writes ids, times and grounds their own way must say how.
    private static bool DescribeWords(OpenApiSchema schema, Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        var roles = bare.GetInterfaces().Where(x => x.IsGenericType).Select(x => x.GetGenericTypeDefinition()).ToArray();
        var (isOurs, isTheirs, isTime) = (roles.Contains(typeof(ITypedId<>)), roles.Contains(typeof(ITextId<>)), bare == typeof(DateTimeOffset));
        if (!isOurs && !isTheirs && !isTime && bare != typeof(Ground))
            return false;

        schema.Type = bare == type ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
        schema.Properties = null;
        schema.Required = null;
        schema.Format = isOurs ? "uuid" : isTime ? "date-time" : null;
        schema.MaxLength = isTheirs ? TextId.MaxLength : null;
        return true;
    }

    private static bool DescribeKeys(OpenApiDocument document)
    {
        document.Components ??= new();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Scheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" };
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Scheme, document)] = [] }];
        return true;
    }

    private static bool DescribeRefusals(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A refusal, with its code and words",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } } },
        };

        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (context.Description.HttpMethod is not "POST" || metadata.OfType<IgnoresRetries>().Any())
            return true;

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = BodyReading.RetryHeader,
            In = ParameterLocation.Header,
            Description = "Repeats a request with one effect and the same answer, for seven days",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = IdempotencyKey.MaxLength },
        });
        return true;
    }
}
