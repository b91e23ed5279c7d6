package org.fixtrail.web.document;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fixtrail.services.document.ReadDocument;
import org.fixtrail.web.api.Download;
import org.fixtrail.web.api.Params;

/** Documents that are attached to reports and comments. */
@Path("/documents")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
@Tag(name = "Documents")
public class DocumentResource {
    @Inject
    private ReadDocument read;

    @GET
    @Path("{id}")
    @Operation(summary = "Show what is known of a document: name, stated media type, size, SHA-256")
    public DocumentJson one(@PathParam("id") String id) {
        return DocumentJson.of(read.one(Params.id("id", id)));
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    @Operation(
            summary = "Download a document",
            description = "Always as an attachment, with the media type that its sender stated; the bytes are compared"
                    + " with the hash in the ledger first.")
    public Response content(@PathParam("id") String id) {
        ReadDocument.DocumentFile file = read.file(Params.id("id", id));
        return Download.of(
                file.content(), file.document().mediaType(), file.document().name());
    }
}
