import type { Pack } from './types.ts';

export default {
  advertisement:
    'Publicidad|Anuncio|Anuncios|% continúa después de la publicidad|Continúa después de la publicidad|Sigue leyendo después de la publicidad|Patrocinado',
  paidFor: 'Patrocinado',
  source:
    'Fuente|Enlace de la fuente|Enlace fuente|Ver fuente|Fuente original|Leer % completo|Leer % completa|Lee % completo|Leer el artículo original|Artículo original|Ver artículo original|Leer más en %|Enlace de origen|Enlace original|Visitar fuente|Noticia original|Nota original|Leer original|Leer la nota original|Leer la noticia original|Enlace a la fuente',
  attribution:
    '% fue publicado originalmente en %|% se publicó originalmente en %|% se publicó por primera vez en %|Publicado originalmente en %|Publicado originalmente por %|Vía: %|Vía %|Con información de %|Leer % completo en %|Leer % completa en %|Tomado de %|% apareció originalmente en %|% fue publicada originalmente en %',
  feedFooter: 'La entrada % aparece primero en %|La entrada % se publicó primero en %',
  continue: 'Seguir leyendo|Seguir leyendo %|Leer más',
  reply: 'Deja un comentario|Deja una respuesta|Dejar respuesta|Dejar un comentario',
  comments: 'Comentarios|# comentarios|# comentario',
  related:
    'Relacionado|Relacionados|Entradas relacionadas|Le puede interesar|Le recomendamos|Además lea|Artículos relacionados|Noticias relacionadas|También te puede interesar|Te puede interesar|Te puede gustar|Te recomendamos|Lee también|Leer también|Lea también|Ver también|Leer más|Más noticias|Lo más leído|Más del autor|Vea también|Vea además|Ver además',
  share:
    'Compartir esto|Compartir|Comparte|Comparte esto|Compartir en %|Comparte este artículo|Haz clic para compartir%|Me gusta esto%|Compartir este artículo|Compartir la noticia',
  newsletter:
    'Suscríbete a nuestr%|Suscríbete al|Recibe nuestr%|Síguenos en|Únete a nuestr%|Únase a nuestr%|Síganos|Suscríbase a nuestr%|Descarga nuestra app|Síguenos',
  scraped:
    'Volver arriba|Saltar al contenido|Fuente de la imagen, %|Pie de foto, %|Me gusta esto%Cargando%|Me gusta Cargando%|Escuchar el artículo|Escuchar artículo|Tiempo de lectura: # min|Tiempo de lectura: # minutos|Guardar artículo|Imprimir|Foto # de #|Cargando|Copiar enlace|Escuchar esta noticia|Imprimir artículo',
  otherForm:
    'Iniciar sesión|Inicia sesión|Inicie sesión|Acceder|Contraseña|Crear cuenta|Crear una cuenta|Mi cuenta|Pagar|Pago|Tarjeta|Comprar|Pedido|Carrito|Donar|Donación|Donativo|Petición|Firma|Firmar|Firme|Darse de baja|Darme de baja|Dar de baja|Cancelar la suscripción|Contacto|Contáct%|Contactar|Su mensaje|Tu mensaje|Su pregunta|Tu pregunta|Alegacion%|Alegación|Objeción|Oponerse|Reclamación|Queja|Solicitud|Consulta|Reserva|Reservar|Votar|Candidatura|Cita previa|Dejar de recibir|No quiero recibir',
  barrier:
    'para seguir leyendo|para continuar leyendo|para leer|para suscriptores|solo suscriptores|exclusivo para suscriptores|Ya eres suscriptor|artículos gratis|artículos gratuitos',
} satisfies Pack;
