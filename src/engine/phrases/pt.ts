import type { Pack } from './types.ts';

export default {
  advertisement:
    'Publicidade|Anúncio|Propaganda|Continua depois da publicidade|Continua após a publicidade|% continua após a publicidade|Continua após publicidade|Patrocinado',
  paidFor: 'Patrocinado',
  source:
    'Fonte|Link da fonte|Ver fonte|Fonte original|Leia % completo|Leia % completa|Ler artigo completo|Leia o artigo original|Artigo original|Leia mais em %|Leia na íntegra|Link original|Fonte da notícia|Ver original|Matéria original|Notícia original|Ver artigo original',
  attribution:
    '% foi publicado originalmente %|% foi publicada originalmente %|Publicado originalmente %|Publicado primeiro %|Via %|Com informações de %|Com informações do %|Com informações da %|% originalmente publicado %|% apareceu originalmente %',
  feedFooter: 'O post % apareceu primeiro em %|O conteúdo % aparece primeiro em %',
  continue: 'Leia mais|Ler mais|Continue lendo',
  reply: 'Deixe um comentário|Deixe uma resposta|Deixar uma resposta|Deixar um comentário',
  comments: 'Comentários|# comentários|# comentário',
  related:
    'Relacionado|Relacionados|Posts relacionados|Artigos relacionados|Notícias relacionadas|Leia também|Leia mais|Ler também|Veja também|Você também pode gostar|Você pode gostar|Também poderá gostar|Mais lidas|Mais notícias|Também poderá gostar de|Mais do autor',
  share:
    'Compartilhe isso|Compartilhe|Compartilhar|Compartilhar no %|Partilhar isto|Partilhar|Clique para compartilhar%|Clique para partilhar%|Curtir isso%|Compartilhe esta notícia|Compartilhar notícia',
  newsletter:
    'Assine nossa newsletter|Assine a nossa newsletter|Assine a newsletter|Inscreva-se n%|Cadastre-se em noss%|Subscreva a|Receba nossa newsletter|Siga-nos no|Entre no nosso canal|Participe do nosso grupo|Baixe nosso aplicativo|Subscreva a nossa|Siga-nos|Receba nossas notícias|Receba as notícias|Participe do nosso canal',
  scraped:
    'Voltar ao topo|Pular para o conteúdo|Legenda da foto, %|Curtir isso%Carregando%|Curtir Carregando%|Gosto disto%|Ouvir notícia|Tempo de leitura: # min|Tempo de leitura: # minutos|Salvar notícia|Salvar artigo|Imprimir|Foto # de #|Carregando|Copiar link|Ouvir artigo',
  otherForm:
    'Entrar|Fazer login|Iniciar sessão|Faça login|Senha|Palavra-passe|Criar conta|Minha conta|Pagar|Pagamento|Cartão|Comprar|Pedido|Encomenda|Carrinho|Doar|Doação|Doe|Donativo|Petição|Abaixo-assinado|Assinar a petição|Assinatura eletrônica|Cancelar inscrição|Cancelar a inscrição|Cancelar subscrição|Cancelar assinatura|Descadastr%|Contato|Contacto|Fale conosco|Sua mensagem|Sua pergunta|A sua mensagem|Objeção|Oposição|Reclamação|Recurso|Consulta pública|Candidatura|Reserva|Reservar|Agendamento|Votar|Denúncia|Parar de receber|Não quero mais',
  barrier:
    'para continuar lendo|para continuar a ler|para ler|para assinantes|exclusivo para assinantes|Já é assinante|artigos gratuitos',
} satisfies Pack;
